import Formats

/// JSON merge patch (RFC 7396): objects are merged, null takes away, everything else replaces.
enum MergePatch {
    static func merged(_ target: JSONNode, _ patch: JSONNode) -> JSONNode {
        guard patch.isObject else { return patch }
        var members = target.members
        for (name, node) in patch.members {
            let old = members.last { $0.name == name }?.node
            members.removeAll { $0.name == name }
            if !node.isNull { members.append((name, merged(old ?? JSONNode(.object([]), line: 1), node))) }
        }
        return JSONNode(.object(members), line: 1)
    }
}
