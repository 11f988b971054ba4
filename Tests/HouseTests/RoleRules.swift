/// A file has one role, told by its last word, and its imports keep to it. Held in People and the wings.
enum RoleRules {
    static let homes: Set<String> = ["People", "Convene", "Agree", "Measure", "Teach", "Reach"]

    /// Last word of a file name → what a file of that role may import besides Base, Foundation, Crypto and, in a wing, People.
    static let roles: [String: Set<String>] = [
        "Store": ["Store", "Logging"],
        "Schema": ["Store"],
        "Actions": ["Store", "Logging"],
        "Form": ["HTML"],
        // A page draws its QR codes as the path that Paper makes.
        "Page": ["HTML", "Paper"],
        // Values → what Paper prints.
        "Paper": ["HTML", "Paper"],
        "Routes": ["Web", "Store", "HTML", "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "Paper"],
        "Job": ["Store", "HTML", "Logging", "Paper"],
        "Mail": ["Store", "HTML", "Logging", "Paper"],
        "Module": ["Web", "Store", "HTML", "Logging"],
        "Export": ["HTML"],
        "Import": ["Store"],
        "Reader": [],
        "Demo": ["Web", "Store", "HTML", "Logging"],
    ]
    /// `Formats` and `CompositeIndex` are values, as `Base` is.
    private static let everyone: Set<String> = [
        "Base", "Formats", "CompositeIndex", "Foundation", "FoundationEssentials", "Crypto", "Synchronization",
    ]
    private static let lookingUp = Pattern(#"\b[A-Z]\w*(Store|Page|Actions|Routes)\b"#)

    /// `Store` of `ProposalStore`; nil for a noun.
    static func role(of name: String) -> String? { roles.keys.first { name.hasSuffix($0) && name != $0 } }

    static func violations(in file: SwiftFile) -> [Violation] {
        guard homes.contains(file.target), file.path.hasPrefix("Sources/") else { return [] }
        return importViolations(in: file) + nounViolations(in: file)
    }

    private static func importViolations(in file: SwiftFile) -> [Violation] {
        let role = role(of: file.name)
        var allowed = everyone.union(role.flatMap { roles[$0] } ?? []).union(ShortLists.widerImports[file.path] ?? [])
        if file.target != "People" { allowed.insert("People") }
        return file.imports.filter { !allowed.contains($0.module) }.map { module, line in
            let who = role.map { "a …\($0) file" } ?? "a noun (its name has no role's last word)"
            return Violation(file.path, line, "\(who) must not import \(module)")
        }
    }

    /// A noun knows nothing of the rooms above it.
    private static func nounViolations(in file: SwiftFile) -> [Violation] {
        guard role(of: file.name) == nil, ShortLists.nounsLookingUp[file.path] == nil else { return [] }
        return file.reading.codeLines.enumerated().flatMap { index, line in
            lookingUp.matches(in: line).map { match in
                Violation(file.path, index + 1, "a noun must not name \(match.groups[0])")
            }
        }
    }
}
