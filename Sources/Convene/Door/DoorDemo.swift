import Base
import People
import Store

/// Doors of the demo's conference: one for everybody who comes into the house, and one of a session with few seats. Devices are
/// made at the desk.
enum DoorDemo {
    static func fill(_ event: Event, by viewer: Viewer, in tx: Writer) throws {
        guard try DoorStore.all(of: event.id, in: tx).isEmpty else { return }
        let rooms = try PlaceCategoryStore.all(of: event.id, in: tx).filter { $0.category.mode == .room }.map(\.category.id)
        _ = try DoorActions.add(
            Door(id: event.id, event: event.id, name: Localized(entrance), categories: Set(rooms)), to: event, by: viewer, in: tx)
        let sessions = try ProgrammeStore.draft(of: event, in: tx).sessions
        guard let session = sessions.first(where: { $0.kind == .roundtable }) ?? sessions.first(where: { !$0.kind.isBreak })
        else {
            return
        }
        _ = try DoorActions.add(
            Door(id: event.id, event: event.id, name: Localized(hall), session: session.id, countsOut: true), to: event,
            by: viewer,
            in: tx)
        try SeatActions.setLimit(40, of: session.id, in: event, by: viewer, tx: tx)
    }

    private static let entrance = [
        "en": "Main entrance", "es": "Entrada principal", "fr": "Entrée principale", "zh": "主入口", "ar": "المدخل الرئيسي",
        "ru": "Главный вход", "pt": "Entrada principal",
    ]
    private static let hall = [
        "en": "Small hall", "es": "Sala pequeña", "fr": "Petite salle", "zh": "小会议厅", "ar": "القاعة الصغيرة", "ru": "Малый зал",
        "pt": "Sala pequena",
    ]
}
