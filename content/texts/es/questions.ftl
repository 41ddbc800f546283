### Las preguntas de cada necesidad, y lo que podría ayudar.

## Trabajo

emploi_but = Para el trabajo, ¿qué te ayudaría más?
    .offre = Encontrar una oferta
    .cv = Hacer mi CV
    .entretien = Preparar una entrevista
    .alternance = Trabajar y estudiar
    .idee = Saber qué hacer
emploi_frein = ¿Qué te lo pone más difícil?
    .rien = Nada en especial
    .transport = El transporte
    .garde = Cuidar de un niño
    .experience = No tengo experiencia
    .sante = Mi salud
emploi_venir = ¿Puedes venir a una cita?
    .oui = Sí
    .non = No, es complicado
tip-emploi = Trabajo: podrías mirar ofertas cerca de ti con tu asesor o asesora.
tip-cv = CV: podrías hacerlo en una sesión, con alguien a tu lado.
tip-entretien = Entrevista: podrías practicar de verdad, con alguien.
tip-alternance = Trabajar y estudiar: podrías tener una lista de empresas que buscan gente cerca.
tip-projet = Tu idea: podrías probar oficios unos días antes de elegir.
tip-transport = Transporte: a veces hay una ayuda, tu asesor o asesora lo comprueba.
tip-garde = Niños: a veces hay una solución para cuidarlos, lo miramos contigo.
tip-immersion = Experiencia: podrías pasar unos días en una empresa para probar.

## Vivienda

logement_ce_soir = ¿Dónde duermes esta noche?
    .chez_moi = En mi casa
    .parents = Con mi familia
    .depanne = En casa de alguien
    .foyer = Albergue u hotel
    .dehors = En la calle, en un coche
logement_but = Para la vivienda, ¿qué buscas?
    .partir = Un sitio para mí
    .loyer = Pagar mi alquiler
    .garant = Un aval
    .conflit = Hay problemas
logement_depuis = ¿Cuánto tiempo puedes quedarte ahí?
    .jours = Unos días
    .semaines = Unas semanas
    .sais_pas = No lo sé
tip-logement = Vivienda: podrías pedir una residencia para jóvenes o una vivienda social, te ayudamos con los papeles.
tip-depanne = Vivienda: podrías ver a alguien pronto para no quedarte sin nada.
tip-partir = Vivienda: podrías pedir una residencia para jóvenes o una vivienda social.
tip-loyer = Alquiler: a veces hay una ayuda, tu asesor o asesora lo comprueba.
tip-garant = Aval: Visale puede ser tu aval, es gratis. Lo pedimos contigo.
tip-conflit = En casa: podrías hablarlo con alguien, y no sale de ahí.

## Salud

sante_but = Para la salud, ¿qué buscas?
    .carte = Seguro de salud
    .docteur = Ver a un médico
    .moral = Hablar, el ánimo
    .autre = Otra cosa
sante_comment = ¿Cómo prefieres hablarlo?
    .place = En persona
    .phone = Por teléfono
tip-sante = Salud: podrías hablarlo con alguien, sin expediente aquí.
tip-carte = Salud: podrías tener un seguro gratis o barato, lo comprobamos contigo.
tip-docteur = Salud: podemos ayudarte a encontrar un médico que acepte pacientes nuevos.
tip-moral = El ánimo: Fil Santé Jeunes escucha gratis, { LINE("fil_sante_jeunes") }.

## Moverse

mobilite_venir = ¿Cómo puedes venir a una cita?
    .pied = A pie, en bici
    .bus = En bus, en tren
    .emmene = Alguien me lleva
    .impossible = No puedo ir
mobilite_but = Para moverte, ¿qué buscas?
    .permis = Permiso de conducir
    .trajet = Pagar mis viajes
    .vehicule = Una moto, un coche
    .sais_pas = No lo sé
tip-mobilite = Transporte: a veces hay una ayuda, tu asesor o asesora lo comprueba.
tip-permis = Permiso de conducir: a veces hay una ayuda, tu asesor o asesora lo comprueba.
tip-trajet = Viajes: podrías tener un precio reducido o una ayuda, lo comprobamos contigo.
tip-vehicule = Vehículo: podrías alquilar uno barato para un trabajo o una formación.

## Formación

formation_but = Para la formación, ¿qué buscas?
    .metier = Aprender un oficio
    .alternance = Trabajar y estudiar
    .reprendre = Volver a estudiar
    .francais = Aprender francés
tip-formation = Formación: podrías encontrar una formación gratuita cerca.
tip-reprendre = Estudios: podrías seguir donde lo dejaste, a tu ritmo.
tip-francais = Francés: podrías ir a clases, muchas veces gratis.

## Encontrar rumbo

orientation_ou = ¿En qué punto estás?
    .aucune = Ni idea
    .hesite = Tengo dudas
    .essayer = Me gustaría probar
tip-orientation = Tu rumbo: podrías probar oficios unos días antes de elegir.

## Dinero

argent_but = Con el dinero, ¿qué es lo urgente?
    .manger = Comer
    .revenu = Tener ingresos
    .dette = Una deuda
    .droits = Saber mis ayudas
tip-argent = Dinero: podrías tener derecho a una ayuda, tu asesor o asesora lo comprueba.
tip-manger = Comida: podemos decirte dónde hay comidas o paquetes esta semana.
tip-revenu = Ingresos: podrías entrar en un programa con una paga mensual, lo comprobamos contigo.
tip-dette = Deuda: podrías pedir más tiempo, te ayudamos a escribir.
tip-droits-aides = Ayudas: hacemos contigo la lista de lo que podrías pedir.

## Papeles y derechos

droits_but = Para los papeles, ¿qué buscas?
    .identite = Documento de identidad
    .sejour = Permiso de residencia
    .adresse = Una dirección
    .discrimination = Un rechazo injusto
tip-droits = Papeles: puedes venir con lo que tengas, aunque nada esté en regla.
tip-identite = Documento de identidad: te ayudamos a pedir la cita en el ayuntamiento.
tip-sejour = Residencia: puedes venir con lo que tengas, aunque nada esté en regla.
tip-adresse = Dirección: podrías recibir tu correo en el ayuntamiento o en una asociación.
tip-discrimination = Rechazo injusto: el { LINE("antidiscriminations") } escucha y aconseja.

## Familia

famille_but = Para la familia, ¿qué buscas?
    .enfant = Cuidar a mi hijo
    .enceinte = Un embarazo
    .conflit = Hay problemas
    .aidant = Cuido de alguien
tip-famille = Familia: podrías hablar con alguien que conoce las puertas adecuadas.
tip-enceinte = Embarazo: la PMI, un centro de salud público, atiende gratis. Te decimos cuál está más cerca.

## Internet

numerique_but = Con internet y lo digital, ¿qué buscas?
    .materiel = Un teléfono, un PC
    .demarche = Un trámite en línea
    .apprendre = Aprender
tip-numerique = Internet: podrías tener ayuda en persona, sin que nadie te juzgue.
tip-materiel = Equipo: podrías conseguir uno de segunda mano, barato.
tip-demarche = Trámites: France Services te ayuda en persona, gratis.

## Deporte, cultura, servicio cívico

loisirs_but = ¿Qué te apetece?
    .sport = Deporte
    .culture = Cultura
    .civique = Un servicio cívico
    .bafa = El BAFA
tip-loisirs = Salir: podrías tener descuentos para deporte y cultura.
tip-sport = Deporte: podrías tener una ayuda para apuntarte, lo comprobamos contigo.
tip-culture = Cultura: el pass Culture o la región a veces ayudan.
tip-civique = Servicio cívico: podrías hacer una misión pagada de unos meses.
tip-bafa = BAFA (diploma de monitor): suele haber una ayuda, lo comprobamos contigo.

## Escuela

decrochage_ou = ¿Cómo vas con la escuela?
    .inscrit = Aún voy un poco
    .arrete = Lo he dejado
    .retour = Quiero volver
tip-decrochage = Escuela: hay varias maneras de seguir, buscamos la tuya.
tip-inscrit = Escuela: podrías cambiar de camino sin dejarlo todo.
tip-arrete = Escuela: podrías probar otra cosa, a tu ritmo.
tip-retour = Escuela: podrías volver, incluso a mitad de curso.
