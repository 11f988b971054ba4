import Foundation

/// Arrows point down, and no wing imports a wing.
enum ArrowRules {
    struct Target: Equatable {
        let name: String
        let line: Int
        let dependencies: [String]
    }

    /// What a target may import of ours; nil if nobody wrote it in the table. Tests may import what their target may,
    /// the target, and the test kit with its drivers; those of App see the whole house.
    static func allowed(for target: String, in table: [String: Set<String>] = ShortLists.arrows) -> Set<String>? {
        if let own = table[target] { return own }
        guard target.hasSuffix("Tests") else { return nil }
        let subject = String(target.dropLast("Tests".count))
        guard let below = table[subject] else { return nil }
        return below.union([subject, "TestKit", "SQLiteStore", "PostgresStore", "Base"])
    }

    /// Declared arrows, from the text of `Package.swift`.
    static func violations(inManifest text: String) -> [Violation] {
        let targets = targets(inManifest: text)
        let names = Set(targets.map(\.name))
        return targets.flatMap { target -> [Violation] in
            guard let allowed = allowed(for: target.name) else {
                return [Violation("Package.swift", target.line, "\(target.name) is not in ShortLists.arrows")]
            }
            return target.dependencies.filter { names.contains($0) && !allowed.contains($0) }.map {
                Violation("Package.swift", target.line, "\(target.name) must not know \($0)")
            }
        }
    }

    /// Imports in the sources: SwiftPM lets a file import what a target below imports, the house does not.
    static func violations(in file: SwiftFile) -> [Violation] {
        let ours = Set(ShortLists.arrows.keys).union(ShortLists.homes.keys)
        let allowed = allowed(for: file.target)
        return file.imports.compactMap { module, line in
            if let homes = ShortLists.homes[module], !homes.contains(file.target), !file.path.hasPrefix("Tests/") {
                return Violation(file.path, line, "\(module) is spoken to in \(homes.sorted().joined(separator: ", ")) only")
            }
            guard ours.contains(module), ShortLists.arrows[module] != nil, let allowed, !allowed.contains(module) else {
                return nil
            }
            return Violation(file.path, line, "\(file.target) must not import \(module)")
        }
    }

    /// A C library that two targets speak to has no thread rule that holds.
    static func sharedLibraries(in files: [SwiftFile]) -> [Violation] {
        var first: [String: String] = [:]
        return files.flatMap { file in
            file.imports.compactMap { module, line in
                let isLibrary =
                    module.first == "C" && module.dropFirst().first?.isUppercase == true
                    && ShortLists.sharedLibraries[module] == nil
                guard isLibrary, let home = first[module], home != file.target else {
                    if isLibrary { first[module] = file.target }
                    return nil
                }
                return Violation(file.path, line, "\(module) is spoken to by \(home) already")
            }
        }
    }

    /// Reads `room("X", on: …)`, `tests("X", of: …)`, `.executableTarget(name: "X", …)`, `clib("X", …)` and the like. Names
    /// are the strings in its brackets that are no product, folder or setting; `ground` stands for the four.
    static func targets(inManifest text: String) -> [Target] {
        let text = Pattern(#"//.*$"#).removed(from: text)
        return opening.matches(in: text).compactMap { match in
            // A plug-in that a target *uses* is no target.
            guard !text[..<match.range.lowerBound].hasSuffix("[") else { return nil }
            let body = noDependency.removed(from: bracketed(text[match.range.upperBound...]))
            let isLibrary = match.groups[1] == "clib" || match.groups[1] == ".systemLibrary"
            var names = isLibrary ? [] : quoted.matches(in: body).map { $0.groups[1] }
            if Pattern(#"\bground\b"#).occurs(in: body) { names += ["Base", "Store", "HTML", "Web"] }
            let line = text[..<match.range.lowerBound].count(where: { $0 == "\n" }) + 1
            return Target(name: match.groups[2], line: line, dependencies: names)
        }
    }

    private static let opening = Pattern(
        #"(\broom|\btests|\bclib|\.executableTarget|\.target|\.testTarget|\.plugin|\.systemLibrary)\((?:name:\s*)?"(\w+)""#)
    private static let quoted = Pattern(#""([^"]+)""#)
    private static let noDependency = Pattern(
        #"\.?product\([^)]*\)|embeds:\s*\[[^\]]*\]|exclude:\s*\[[^\]]*\]|plugins:\s*\[[^\]]*\]|\.enableUpcomingFeature\([^)]*\)"#)

    /// The part before the round bracket that closes one opened earlier.
    private static func bracketed(_ text: Substring) -> String {
        var depth = 1
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return String(text[..<index]) }
        }
        return String(text)
    }
}
