import Base

/// What a ranking is narrowed down to, and what it is sorted by: both stand in the address.
package struct RankingFilter: Hashable, Sendable {
    /// Grouping to group.
    package var groups: [String: String]
    /// The code of a node; nil is the index.
    package var sort: String?

    /// Groupings that are query parts by their own names. Any other stands in `group=NAME:VALUE`: the front door keeps pages whose
    /// query parts it knows, and the names of groupings come with the data.
    package static let named: Set<String> = ["region", "income", "size"]
    private static let other = "group"
    package static let query = named.union(["sort", other])
    /// Names of query parts that mean something else.
    private static let reserved: Set<String> = ["sort", "lang", "tz", "w", "u", "by", other]

    package init(groups: [String: String] = [:], sort: String? = nil) {
        self.groups = groups
        self.sort = sort
    }

    /// What the edition does not know is left out. Addresses that name another grouping as a query part go on leading there.
    package init(_ fields: [(name: String, value: String)], _ view: IndexView) {
        self.init()
        for (name, value) in fields {
            if name == "sort" {
                sort = view.node(value) == nil || view.node(value) == view.index ? nil : value
            } else if name == RankingFilter.other {
                // A grouping's name may hold a colon of its own.
                let grouping = view.groupings.filter { value.hasPrefix($0 + ":") }.max { $0.count < $1.count }
                if let grouping { choose(String(value.dropFirst(grouping.count + 1)), of: grouping, view) }
            } else if !RankingFilter.reserved.contains(name) {
                choose(value, of: name, view)
            }
        }
    }

    private mutating func choose(_ group: String, of grouping: String, _ view: IndexView) {
        if view.groupings.contains(grouping), view.groups(of: grouping).contains(group) { groups[grouping] = group }
    }

    /// For an address, in a fixed order.
    package var fields: [(name: String, value: String)] {
        let chosen = groups.sorted { $0.key < $1.key }.map { grouping, group in
            RankingFilter.named.contains(grouping)
                ? (name: grouping, value: group) : (name: RankingFilter.other, value: "\(grouping):\(group)")
        }
        return chosen + (sort.map { [(name: "sort", value: $0)] } ?? [])
    }

    package func with(_ change: (inout RankingFilter) -> Void) -> RankingFilter {
        var copy = self
        change(&copy)
        return copy
    }
}
