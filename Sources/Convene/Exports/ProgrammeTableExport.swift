import Base

/// A released programme as a table: a session a row, in columns that `CSVScheduleReader` reads back.
package enum ProgrammeTableExport {
    private static let columns = [
        "guid", "id", "title", "subtitle", "date", "start", "end", "duration", "room", "track", "type", "language", "speakers",
        "affiliation", "abstract", "description", "url",
    ]

    package static func text(_ view: ProgrammeView, addresses: SessionAddresses) -> String {
        let identities = ExportIdentities(view.items.map(\.session))
        let tracks = Dictionary(
            view.release.programme.tracks.map { ($0.id, $0.name.text(view.language)) }, uniquingKeysWith: { first, _ in first })
        var out = CSVText()
        out.row(columns)
        for item in view.items {
            let session = item.session
            let people = session.appearances.filter { !$0.name.isEmpty }
            out.row([
                identities.guid(session), String(identities.number(session)), item.title.text,
                session.detail.subtitle.text(view.language), session.date.description, start(item),
                session.end.description, String(session.minutes), item.roomName?.text ?? "",
                session.track.flatMap { tracks[$0] } ?? item.section.text, session.kind.rawValue,
                session.languages.joined(separator: ", "), joined(people.map(\.name)),
                joined(people.map(\.affiliation).filter { !$0.isEmpty }), session.abstract.text(view.language),
                session.detail.description.text(view.language), addresses.session(session),
            ])
        }
        return out.text
    }

    /// The clock of the conference day: 25:30 is in the night after it. In the first hours of a day a clock alone could be
    /// taken for the night after, so the whole instant stands there.
    private static func start(_ item: ProgrammeView.Item) -> String {
        item.session.start.minutes < 360 ? item.stamp : item.session.start.description
    }

    /// A semicolon ends a name, so that a comma or bar within it does not part it.
    private static func joined(_ names: [String]) -> String {
        let clean = names.map { $0.replacing(";", with: ",") }
        return clean.count == 1 && clean[0].contains(where: { $0 == "," || $0 == "|" })
            ? clean[0] + ";" : clean.joined(separator: "; ")
    }
}
