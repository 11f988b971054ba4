import Base

/// What a ranking is narrowed down to, and what it is sorted by: both stand in the address.
package struct RankingFilter: Hashable, Sendable {
    /// Grouping to group.
    package var groups: [String: String]
    /// The code of a node; nil is the index.
    package var sort: String?

    /// Names of query parts that mean something else.
    package static let reserved: Set<String> = ["sort", "lang", "tz", "w", "u", "by"]

    package init(groups: [String: String] = [:], sort: String? = nil) {
        self.groups = groups
        self.sort = sort
    }

    /// What the edition does not know is left out.
    package init(_ fields: [(name: String, value: String)], _ view: IndexView) {
        self.init()
        for (name, value) in fields {
            if name == "sort" {
                sort = view.node(value) == nil || view.node(value) == view.index ? nil : value
            } else if !RankingFilter.reserved.contains(name), view.groupings.contains(name),
                view.groups(of: name).contains(value)
            {
                groups[name] = value
            }
        }
    }

    /// For an address, in a fixed order.
    package var fields: [(name: String, value: String)] {
        groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + (sort.map { [("sort", $0)] } ?? [])
    }

    package func with(_ change: (inout RankingFilter) -> Void) -> RankingFilter {
        var copy = self
        change(&copy)
        return copy
    }
}
