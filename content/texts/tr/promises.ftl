### Söz verilen cevap gecikince söylenenler.

promise-moved = Sana cevap için en geç { $before } demiştik. Yetiştiremeyeceğiz, özür dileriz. { $until ->
        [none] En kısa zamanda cevap alacaksın.
       *[other] Cevap: en geç { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Bekleyemiyorsan şu numaraya ulaş: { $numbers }.
    }
promise-missed = Sana cevap için en geç { $before } demiştik, kimse cevap veremedi. Özür dileriz. { $until ->
        [none] En kısa zamanda cevap alacaksın.
       *[other] Cevap: en geç { $until }.
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Bekleyemiyorsan şu numaraya ulaş: { $numbers }.
    }
promise-over = Sana cevap için en geç { $before } demiştik, cevap veremiyoruz. Özür dileriz. İsteğin açık kalıyor.{ $phone ->
        [none] {""}
       *[other] {" "}En kesin yol: mission locale'i ara ({ $phone }).
    }{ $numbers ->
        [none] {""}
       *[other] {" "}Bekleyemiyorsan şu numaraya ulaş: { $numbers }.
    }
