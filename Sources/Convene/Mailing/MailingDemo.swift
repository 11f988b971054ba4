import Base
import People
import Store

/// A letter to everybody who has a place in the room of the demo's conference, which waits to be sent.
enum MailingDemo {
    static func fill(_ event: Event, to category: Identifier?, by viewer: Viewer, in tx: Writer) throws {
        let wording = MailWording(subject: Localized(subject), text: Localized(text))
        let audience = MailAudience(RegistrationFilter(category: category, states: [.confirmed]))
        _ = try MailingActions.write(wording, to: audience, of: event, by: viewer, in: tx)
    }

    private static let subject = [
        "en": "What to bring to {event}", "es": "Qué llevar a {event}", "fr": "Que prévoir pour {event}",
        "zh": "参加{event}需要带什么", "ar": "ما الذي تحضره معك إلى {event}", "ru": "Что взять с собой на {event}",
        "pt": "O que levar para {event}",
    ]
    private static let text = [
        "en": """
        Dear {name},

        The doors open at nine. Bring your ticket, on paper or on your phone: {page}

        The programme, in your own time: {programme}
        """,
        "es": """
        Hola, {name}:

        Las puertas se abren a las nueve. Traiga su entrada, en papel o en el teléfono: {page}

        El programa, en su propia hora: {programme}
        """,
        "fr": """
        Bonjour {name},

        Les portes ouvrent à neuf heures. Prenez votre billet, sur papier ou sur votre téléphone : {page}

        Le programme, à votre heure : {programme}
        """,
        "zh": """
        {name}，您好：

        九点开门。请带上纸质或手机上的门票：{page}

        按您所在时区显示的日程：{programme}
        """,
        "ar": """
        مرحبًا {name}،

        تُفتح الأبواب في التاسعة. أحضر تذكرتك، على الورق أو على هاتفك: {page}

        البرنامج بتوقيتك: {programme}
        """,
        "ru": """
        Здравствуйте, {name}!

        Двери открываются в девять. Возьмите с собой билет, на бумаге или в телефоне: {page}

        Программа по вашему времени: {programme}
        """,
        "pt": """
        Olá, {name},

        As portas abrem às nove. Traga o seu bilhete, em papel ou no telemóvel: {page}

        O programa, na sua hora: {programme}
        """,
    ]
}
