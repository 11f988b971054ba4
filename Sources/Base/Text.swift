import Foundation

/// What people type into one line: NFC, without control characters, bidirectional overrides or outer blanks.
/// Runs of blanks become one.
package func singleLine(_ text: String) -> String {
    let kept = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Character in
        isBlank(scalar) || scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    .filter { !$0.unicodeScalars.contains(where: isDirectionControl) }
    return String(kept).split(separator: " ").joined(separator: " ")
}

/// What people type into a text area: line ends as LF, no control character but LF and TAB, no bidirectional override.
package func manyLines(_ text: String) -> String {
    let ended = text.precomposedStringWithCanonicalMapping.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n")
    var out = String.UnicodeScalarView()
    for scalar in ended.unicodeScalars where !isDirectionControl(scalar) {
        if scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" { continue }
        out.append(scalar)
    }
    return String(out).trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Embeddings, overrides and isolates: they can make a line read otherwise than it is stored.
private func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || scalar == "\u{2028}" || scalar == "\u{2029}"
}
