/// Names say what a thing is: no junk drawers, no second version beside the first.
enum NameRules {
    private static let banned: Set<String> = ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Service"]
    private static let camelWord = Pattern(#"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+"#)
    private static let version = Pattern(#"V[0-9]+$"#)
    private static let declaration = Pattern(#"\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Za-z_]\w*)"#)

    static func violations(in file: SwiftFile) -> [Violation] {
        var found: [Violation] = []
        if file.fileName.contains("+") { found.append(Violation(file.path, 1, "no + in a file name: say what the file is")) }
        if let fault = fault(of: file.name) { found.append(Violation(file.path, 1, "a file named \(file.name): \(fault)")) }
        for (index, line) in file.reading.codeLines.enumerated() {
            for match in declaration.matches(in: line) {
                let name = match.groups[1]
                if let fault = fault(of: name) { found.append(Violation(file.path, index + 1, "a type named \(name): \(fault)")) }
                if name == file.target {
                    found.append(Violation(file.path, index + 1, "a type named as its target hides the target's other names"))
                }
            }
        }
        return found
    }

    /// No two files of a target share a name; case does not tell them apart.
    static func twins(in files: [SwiftFile]) -> [Violation] {
        var seen: [String: String] = [:]
        return files.compactMap { file in
            let key = file.target + "/" + file.fileName.lowercased()
            guard let first = seen[key] else {
                seen[key] = file.path
                return nil
            }
            return Violation(file.path, 1, "has the name of \(first)")
        }
    }

    private static func fault(of name: String) -> String? {
        if version.occurs(in: name) { return "no second version beside the first" }
        let words = camelWord.matches(in: name).map { $0.groups[0] }
        return words.first { banned.contains($0) }.map { "“\($0)” says nothing about it" }
    }
}
