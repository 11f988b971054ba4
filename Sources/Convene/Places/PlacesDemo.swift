import Base
import People
import Store

/// Places of the demo's conference: what the concept note says, about 150 in the room and many more on line, and kinds for
/// members' delegates, the press and speakers. Opening and closing are the demo's own invention.
enum PlacesDemo {
    static func fill(_ event: Event, by viewer: Viewer, in tx: Writer) throws {
        guard try PlaceCategoryStore.all(of: event.id, in: tx).isEmpty else { return }
        for (index, (category, capacity)) in kinds(event).enumerated() {
            let made = try PlaceCategoryActions.add(category, capacity: capacity, to: event, by: viewer, in: tx)
            if index == 2 { try delegates(made, event, viewer, tx) }
        }
    }

    private static func kinds(_ event: Event) -> [(PlaceCategory, Int)] {
        func kind(
            _ name: [String: String], _ text: [String: String] = [:], _ kind: PlaceCategory.Kind, _ mode: PlaceCategory.Mode,
            code: Bool = false, approval: Bool = false
        ) -> PlaceCategory {
            PlaceCategory(
                id: event.id, event: event.id, name: Localized(name), text: Localized(text), kind: kind, mode: mode, position: 0,
                needsCode: code, needsApproval: approval, hasWaitingList: !code, fee: .free, price: "", holdMinutes: 15,
                offerMinutes: 1440)
        }
        return [
            (kind(Texts.room, Texts.roomText, .general, .room), 150),
            (kind(Texts.online, Texts.onlineText, .general, .online), PlaceCategory.unlimited),
            (kind(Texts.delegates, [:], .delegate, .room, code: true), 50),
            (kind(Texts.press, [:], .press, .room, approval: true), 20),
        ]
    }

    /// Two delegates of each member, with a code that members were sent.
    private static func delegates(_ category: PlaceCategory, _ event: Event, _ viewer: Viewer, _ tx: Writer) throws {
        for organisation in try OrganisationStore.all(in: tx).prefix(3) {
            try PlaceCategoryActions.setQuota(2, of: organisation.id, in: category, by: viewer, tx: tx)
        }
        _ = try PlaceCodeActions.add(
            "GMA2025", uses: 50, to: category, organisation: nil, until: nil, note: "Demo", by: viewer, in: tx)
    }

    private enum Texts {
        static let room = [
            "en": "In the room", "es": "Presencial", "fr": "Sur place", "zh": "现场参会", "ar": "حضوريًا", "ru": "Очно",
            "pt": "Presencial",
        ]
        static let roomText = [
            "en": "National Autonomous University of Mexico, Mexico City. Coffee and lunch are included.",
            "es": "Universidad Nacional Autónoma de México, Ciudad de México. Incluye café y comida.",
            "ar": "الجامعة الوطنية المستقلة في المكسيك، مدينة مكسيكو. القهوة والغداء مشمولان.",
            "zh": "墨西哥国立自治大学，墨西哥城。含茶歇和午餐。",
        ]
        static let online = [
            "en": "On line", "es": "En línea", "fr": "En ligne", "zh": "线上参会", "ar": "عبر الإنترنت", "ru": "Онлайн",
            "pt": "Em linha",
        ]
        static let onlineText = [
            "en": "From everywhere: you get the address of the stream by letter.",
            "es": "Desde cualquier lugar: recibirá por correo la dirección de la transmisión.",
            "ar": "من أي مكان: يصلك عنوان البث بالبريد.", "zh": "随时随地：直播地址将通过邮件发送。",
        ]
        static let delegates = [
            "en": "Delegates of members", "es": "Delegados de miembros", "fr": "Délégués des membres", "zh": "成员代表",
            "ar": "مندوبو الأعضاء", "ru": "Делегаты членов", "pt": "Delegados dos membros",
        ]
        static let press = [
            "en": "Press", "es": "Prensa", "fr": "Presse", "zh": "媒体", "ar": "الصحافة", "ru": "Пресса", "pt": "Imprensa",
        ]
    }
}
