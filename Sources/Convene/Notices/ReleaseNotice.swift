import Base

/// What one person is told of a release: the changes that concern her, computed from two programmes. A person is told of
/// where and when she is expected; nobody gets a letter for somebody else's spelling.
package struct ReleaseNotice: Hashable, Sendable {
    /// The linked person's identifier, else the folded name.
    package let key: String
    package let name: String
    package let person: Identifier?
    /// In the order of the day.
    package let changes: [ProgrammeChange]

    /// The key under which an appearance is told.
    package static func key(_ one: Appearance) -> String { one.person?.text ?? folded(one.name) }
}

extension ReleaseNotice {
    /// Everybody who is concerned by what changed from `old` (nil: nobody was told of anything yet) to `new`, by name.
    package static func notices(from old: Programme?, to new: Programme) -> [ReleaseNotice] {
        let before = Dictionary((old?.sessions ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [String: [ProgrammeChange]] = [:]
        var faces: [String: Appearance] = [:]
        for change in ProgrammeChange.diff(old, new) {
            guard let session = change.session else { continue }
            let people = (after[session.id]?.appearances ?? []) + (before[session.id]?.appearances ?? [])
            var told: Set<String> = []
            for one in people where !one.name.isEmpty && told.insert(key(one)).inserted && concerns(change.what, key(one)) {
                found[key(one), default: []].append(change)
                if faces[key(one)] == nil { faces[key(one)] = one }
            }
        }
        return faces.map { key, one in
            ReleaseNotice(key: key, name: one.name, person: one.person, changes: found[key] ?? [])
        }
        .sorted { (folded($0.name), $0.key) < (folded($1.name), $1.key) }
    }

    private static func concerns(_ what: ProgrammeChange.What, _ key: String) -> Bool {
        switch what {
        case .sessionAdded, .sessionRemoved, .moved, .lengthened, .roomChanged, .retitled, .slotsChanged: true
        case .appearanceAdded(let one), .appearanceRemoved(let one), .appearanceChanged(_, let one): self.key(one) == key
        default: false
        }
    }
}
