"""The phone page in a real browser, by keyboard and by click."""

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from fastapi import FastAPI
from playwright.async_api import Locator, Page, Route, async_playwright, expect

from bot.desk.app import desk_app
from tests import setup
from tests.bot.desk.conftest import bot_at
from tests.bot.desk.hand import TOKEN, Hand
from tests.bot.desk.serving import served

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="18-25 ans", callback_data="age:18")]]
)


@pytest.fixture
async def page(one_desk: str, hand: Hand) -> AsyncIterator[Page]:
    """The page, which must end without one script error or refused resource."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=setup.browser(), args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1366, "height": 768})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        await page.goto(f"{one_desk}/")
        yield page
        await browser.close()
        assert complaints == []


async def _add(page: Page, first_name: str, payload: str = "") -> Locator:
    await page.get_by_label("Prénom").fill(first_name)
    await page.get_by_label("QR code scanné").fill(payload)
    await page.get_by_role("button", name="Ajouter", exact=True).click()
    return page.locator(".phone", has_text=f"Téléphone de {first_name}")


async def _heard(bot: Bot):
    updates = await bot.get_updates(timeout=10)
    await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates[-1]


async def test_a_conversation_from_a_scanned_code_to_a_tap(page: Page, bot: Bot):
    phone = await _add(page, "Lina", "affiche-12")
    started = await _heard(bot)
    assert (started.message.text, started.message.from_user.first_name) == ("/start affiche-12", "Lina")
    chat = started.message.chat.id
    await bot.send_message(
        chat, "<b>Bonjour Lina.</b> Tu as quel âge ?", parse_mode="HTML", reply_markup=KEYBOARD
    )
    await expect(phone.get_by_role("log")).to_contain_text("Bonjour Lina. Tu as quel âge ?")
    await phone.get_by_role("button", name="18-25 ans").click()
    tapped = await _heard(bot)
    assert tapped.callback_query.data == "age:18"
    await bot.answer_callback_query(tapped.callback_query.id, "C’est noté")
    await expect(phone.locator(".toast")).to_have_text("C’est noté")
    await bot.edit_message_text(
        "Tu as 18-25 ans.", chat_id=chat, message_id=tapped.callback_query.message.message_id
    )
    await expect(phone.get_by_role("log")).to_contain_text("Tu as 18-25 ans.")
    await expect(phone.get_by_role("button", name="18-25 ans")).to_have_count(0)


async def test_writing_by_keyboard_alone_and_two_ticks(page: Page, bot: Bot):
    phone = await _add(page, "Yanis")
    await expect(phone.get_by_role("button", name="Démarrer")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("log")).to_contain_text("/start")
    await phone.get_by_label("Message", exact=True).focus()
    await page.keyboard.type("j’habite à Imphy")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_label("envoyé, pas encore lu par le bot")).to_have_count(2)
    assert (await _heard(bot)).message.text == "j’habite à Imphy"
    await expect(phone.get_by_label("lu par le bot", exact=True)).to_have_count(2)
    await phone.get_by_role("button", name="Modifier").last.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type("j’habite à Decize")
    await page.keyboard.press("Enter")
    assert (await _heard(bot)).edited_message.text == "j’habite à Decize"
    await expect(phone.get_by_role("log")).to_contain_text("modifié")


async def test_a_position_is_shared_by_choosing_a_commune(page: Page, bot: Bot):
    phone = await _add(page, "Inès", "a")
    chat = (await _heard(bot)).message.chat.id
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Partager ma position", request_location=True)]]
    )
    await bot.send_message(chat, "Où habites-tu ?", reply_markup=keyboard)
    await phone.get_by_role("button", name="Partager ma position").click()
    await page.get_by_label("Decize").check()
    await page.get_by_role("button", name="Partager", exact=True).click()
    assert (await _heard(bot)).message.location.latitude == pytest.approx(46.8283)
    await expect(phone.get_by_text("Position partagée")).to_be_visible()


async def test_files_voices_and_places(page: Page, bot: Bot):
    phone = await _add(page, "Moussa", "a")
    chat = (await _heard(bot)).message.chat.id
    await bot.send_document(chat, BufferedInputFile(b"BEGIN:VCALENDAR", "rendez-vous.ics"))
    async with page.expect_download() as download:
        await phone.get_by_label("Télécharger rendez-vous.ics").click()
    assert (await download.value).suggested_filename == "rendez-vous.ics"
    await bot.send_venue(chat, 46.99, 3.16, "La Boussole", "5 allée de la Louée")
    await expect(phone.get_by_text("5 allée de la Louée")).to_be_visible()
    await phone.get_by_label("Joindre").click()
    await phone.get_by_role("button", name="Une note vocale d’essai").click()
    assert (await _heard(bot)).message.voice.file_size > 1000
    await phone.get_by_label("Joindre").click()
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("button", name="Un fichier…").click()
    await (await chooser.value).set_files(
        {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    )
    assert (await _heard(bot)).message.document.file_name == "cv.pdf"


async def test_a_phone_added_while_the_list_is_being_read_stays_as_it_is(page: Page, bot: Bot):
    added = asyncio.Event()

    async def late(route: Route) -> None:
        answer = await route.fetch() if route.request.method == "GET" else None
        if answer:
            await added.wait()
        await (route.fulfill(response=answer) if answer else route.fallback())

    await page.route("**/phone", late)
    await page.reload()
    phone = await _add(page, "Moussa", "a")
    chat = (await _heard(bot)).message.chat.id
    draft = phone.get_by_label("Message", exact=True)
    await draft.fill("Je cherche")
    async with page.expect_response("**/phone"):
        added.set()
    await bot.send_message(chat, "Salut")
    await expect(phone.get_by_role("log")).to_contain_text("Salut")
    await expect(draft).to_have_value("Je cherche")


async def test_a_name_typed_before_the_script_came_is_kept(page: Page, bot: Bot):
    typed = asyncio.Event()

    async def late(route: Route) -> None:
        await typed.wait()
        await route.fallback()

    await page.route("**/places.json", late)
    await page.reload()
    await page.get_by_label("Prénom").fill("Moussa")
    typed.set()
    await expect(page.get_by_role("button", name="Ajouter", exact=True)).to_be_enabled()
    await page.wait_for_load_state("networkidle")
    await expect(page.get_by_label("Prénom")).to_have_value("Moussa")


async def test_blocking_and_coming_back(page: Page, bot: Bot):
    phone = await _add(page, "Chloé", "a")
    await phone.get_by_label("Menu de la conversation").click()
    await phone.get_by_role("button", name="Bloquer le bot").click()
    await expect(phone.get_by_text("Le bot est bloqué")).to_be_visible()
    assert (await _heard(bot)).my_chat_member.new_chat_member.status == "kicked"
    await phone.get_by_role("button", name="Débloquer et redémarrer").click()
    await expect(phone.get_by_label("Message", exact=True)).to_be_visible()
    assert (await _heard(bot)).message.text == "/start"


async def test_phones_side_by_side_keep_their_own_conversations(page: Page, bot: Bot):
    await bot.set_my_commands([BotCommand(command="rdv", description="Mon rendez-vous")])
    one, two = await _add(page, "Amir", "a"), await _add(page, "Zoé", "b")
    await expect(two.get_by_role("log")).to_contain_text("/start b")
    await one.get_by_label("Commandes du bot").click()
    await one.get_by_role("button", name="/rdv Mon rendez-vous").click()
    await expect(one.get_by_role("log")).to_contain_text("/rdv")
    await expect(two.get_by_role("log")).not_to_contain_text("/rdv")
    await page.reload()
    await expect(page.locator(".phone")).to_have_count(2)
    await expect(page.locator(".phone", has_text="Amir").get_by_role("log")).to_contain_text("/rdv")


async def test_on_a_narrow_screen_nothing_overflows(page: Page, bot: Bot):
    await page.set_viewport_size({"width": 390, "height": 844})
    phone = await _add(page, "Tiago", "a")
    chat = (await _heard(bot)).message.chat.id
    await bot.send_message(chat, "un-mot-vraiment-très-long" * 20, reply_markup=KEYBOARD)
    await expect(phone.get_by_role("log")).to_contain_text("très-long")
    await phone.scroll_into_view_if_needed()
    box = await phone.locator(".device").bounding_box()
    assert box["width"] <= 390
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390


async def test_mounted_under_a_prefix_the_page_and_the_bot_work():
    main = FastAPI()
    main.mount("/desk", desk_app(token=TOKEN))
    with served(main) as base:
        async with bot_at(f"{base}/desk") as bot, async_playwright() as playwright:
            assert (await bot.get_me()).is_bot
            browser = await playwright.chromium.launch(executable_path=setup.browser(), args=["--no-sandbox"])
            page = await browser.new_page()
            await page.goto(f"{base}/desk")
            await expect(page).to_have_url(re.compile("/desk/$"))
            phone = await _add(page, "Lina", "a")
            await expect(phone.get_by_role("log")).to_contain_text("/start a")
            await browser.close()
