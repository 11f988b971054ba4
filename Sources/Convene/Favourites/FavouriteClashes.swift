import Base

/// Which of the chosen sessions are on at the same time.
package enum FavouriteClashes {
    /// Session → the others that overlap it, in the order of their starts. What only touches does not clash.
    package static func found(among items: [ProgrammeView.Item]) -> [Identifier: [ProgrammeView.Item]] {
        let sorted = items.filter { $0.start < $0.end }.sorted { ($0.start, $0.session.id) < ($1.start, $1.session.id) }
        var out: [Identifier: [ProgrammeView.Item]] = [:]
        for (index, item) in sorted.enumerated() {
            for other in sorted[(index + 1)...].prefix(while: { $0.start < item.end }) {
                out[item.session.id, default: []].append(other)
                out[other.session.id, default: []].append(item)
            }
        }
        return out
    }
}
