import Base

/// Which part of a long list is asked for: `?limit=50&after=<cursor>`, where the cursor comes from the part before.
package struct Paging: Sendable, Hashable {
    package let limit: Int
    package let after: String?
    package static let names: Set<String> = ["limit", "after"]
    package static let most = 200
    package static let usual = 100

    /// Refuses a limit that is no number from 1 to 200.
    package init(_ query: FormData) throws {
        let written = query["limit"]
        let asked = written.map { text in text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) ?? 0 : 0 } ?? Paging.usual
        guard (1...Paging.most).contains(asked) else {
            throw Refusal(.invalid, "refusal.limit", ["most": String(Paging.most)], field: "limit")
        }
        limit = asked
        after = query["after"]
    }

    /// The part of `all` behind the cursor, and the cursor for the next part if there is one. A cursor of nothing that is
    /// (still) in the list is refused: a client that goes on would miss things.
    package func part<T>(of all: [T], by cursor: (T) -> String) throws -> (items: [T], next: String?) {
        var rest = all[...]
        if let after {
            guard let place = all.firstIndex(where: { cursor($0) == after }) else {
                throw Refusal(.invalid, "refusal.cursor", field: "after")
            }
            rest = all[(place + 1)...]
        }
        let items = Array(rest.prefix(limit))
        return (items, rest.count > limit ? items.last.map(cursor) : nil)
    }
}
