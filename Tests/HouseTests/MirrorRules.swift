/// Every noun, verb and store of People and the wings has its test file.
enum MirrorRules {
    static func violations(sources: [SwiftFile], tests: [SwiftFile], excused: [String: String] = ShortLists.untested)
        -> [Violation]
    {
        let names = tests.map(\.name)
        return sources.filter { RoleRules.homes.contains($0.target) && isHeld($0.name) && excused[$0.path] == nil }
            .filter { source in !names.contains { $0.hasPrefix(source.name) && $0.hasSuffix("Tests") } }
            .map { Violation($0.path, 1, "no test file \($0.name)…Tests.swift (or a reason in ShortLists.untested)") }
    }

    private static func isHeld(_ name: String) -> Bool {
        guard let role = RoleRules.role(of: name) else { return true }
        return ["Actions", "Store"].contains(role)
    }
}
