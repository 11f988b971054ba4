import Base

/// The choices of an import, from a query or a form and back into it.
package struct ScheduleImportForm: Hashable, Sendable {
    package let choices: ScheduleChoices
    /// The draft's version that the preview was made from.
    package let version: Int?
    package static let names: Set<String> = ["tag", "extends", "removes", "wins"]

    package init(sent value: (String) -> String?, likely tag: String) {
        let typed = value("tag") ?? ""
        let isTag =
            (2...35).contains(typed.utf8.count)
            && typed.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
            }
        choices = ScheduleChoices(
            tag: isTag ? typed : tag, extendsDays: value("extends") == "yes", removesMissing: value("removes") == "yes",
            fileWins: value("wins") == "yes")
        version = value("version").flatMap { Int($0) }
    }

    package var fields: [(name: String, value: String)] {
        [("tag", choices.tag)]
            + [("extends", choices.extendsDays), ("removes", choices.removesMissing), ("wins", choices.fileWins)]
            .filter(\.1).map { ($0.0, "yes") }
    }
}
