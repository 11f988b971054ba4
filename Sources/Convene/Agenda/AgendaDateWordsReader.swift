/// Names of months, weekdays and numbers in English, Spanish, French and Portuguese, folded.
enum AgendaDateWords {
    private static let months: [String: Int] = {
        let lists = [
            "january february march april may june july august september october november december",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
            "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "ene febr marz abr may jun jul ago sept oct nov dic",
            "janv fevr mar avr mai juin juil aout sept oct nov dec",
            "jan fev mar abr mai jun jul ago set out nov dez",
        ]
        var table: [String: Int] = ["setiembre": 9, "fev": 2, "juil": 7]
        for list in lists {
            for (index, name) in list.split(separator: " ").enumerated() { table[String(name)] = index + 1 }
        }
        return table
    }()
    private static let weekdays: [String: Int] = {
        let lists = [
            "monday tuesday wednesday thursday friday saturday sunday", "lunes martes miercoles jueves viernes sabado domingo",
            "lundi mardi mercredi jeudi vendredi samedi dimanche", "segunda terca quarta quinta sexta sabado domingo",
        ]
        var table: [String: Int] = [:]
        for list in lists {
            for (index, name) in list.split(separator: " ").enumerated() { table[String(name)] = index + 1 }
        }
        return table
    }()
    private static let shortWeekdays: [String: Int] = {
        let lists = [
            "mon tue wed thu fri sat sun", "mond tues weds thur frid satu sund", "lun mar mie jue vie sab dom",
            "lun mar mer jeu ven sam dim", "lu ma mier thurs vier sab dom",
        ]
        var table: [String: Int] = [:]
        for list in lists {
            for (index, name) in list.split(separator: " ").enumerated() { table[String(name)] = index + 1 }
        }
        return table
    }()
    static let dayNouns = ["day", "dia", "jour", "jornada", "journee"]
    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "un": 1,
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "um": 1, "dois": 2,
    ]
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
        "quinto": 5, "premier": 1, "premiere": 1, "deuxieme": 2, "second?": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5,
        "primera": 1, "segunda": 2, "tercera": 3, "primeiro": 1, "terceiro": 3,
    ]

    /// A month's name; the steps move past it and its full stop.
    static func month(_ steps: inout AgendaStepReader) -> Int? {
        var ahead = steps
        guard ahead.isAtLetter, let word = ahead.word(), let month = months[word] else { return nil }
        if ahead.byte() == 0x2E { ahead.at += 1 }
        steps = ahead
        return month
    }

    /// A weekday's name; a short one (Wed, mié, mer) counts only before a number.
    static func weekday(_ steps: inout AgendaStepReader) -> (day: Int, isShort: Bool)? {
        var ahead = steps
        guard ahead.isAtLetter, let word = ahead.word() else { return nil }
        if let day = weekdays[word] {
            if ahead.take(word: "-feira") || ahead.take(word: " feira") { steps = ahead }
            steps = ahead
            return (day, word == "segunda" || word == "quarta" || word == "quinta" || word == "sexta" || word == "terca")
        }
        guard let day = shortWeekdays[word] else { return nil }
        steps = ahead
        return (day, true)
    }

    /// st, nd, rd, th, er, º.
    static func takeOrdinal(_ steps: inout AgendaStepReader) -> Bool {
        var ahead = steps
        if ahead.byte() == 0x2E, ahead.byte(1) == 0x6F { ahead.at += 1 }
        if ahead.take(oneOf: ["st", "nd", "rd", "th", "er", "re", "eme", "e", "o", "a"]) != nil {
            steps = ahead
            return true
        }
        ahead.skipBlanks(1)
        if ahead.at > steps.at, ahead.take(oneOf: ["st", "nd", "rd", "th", "er"]) != nil {
            steps = ahead
            return true
        }
        return false
    }

    /// ", 2025", " de 2025", "-2025", " 2025"; not the 2030 of 2030-2130.
    static func takeYear(_ steps: inout AgendaStepReader) -> Int? {
        var ahead = steps
        ahead.skipBlanks(2)
        ahead.skip(",-/")
        ahead.skipBlanks(2)
        if ahead.take(oneOf: ["del", "de", "of", "do"]) != nil { ahead.skipBlanks(2) }
        guard let (year, digits) = ahead.number(), digits == 4, (1990...2099).contains(year), !ahead.isAtLetter else {
            return nil
        }
        if ahead.byte() == 0x2D, AgendaText.isDigit(ahead.byte(1)), AgendaText.isDigit(ahead.byte(4)) { return nil }
        steps = ahead
        return year
    }
}
