import Foundation

/// What people type into one line: NFC, without control characters, bidirectional overrides or outer blanks.
/// Runs of blanks become one.
package func singleLine(_ text: String) -> String {
    let kept = steadied(text).precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Character in
        isBlank(scalar) || scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    .filter { !$0.unicodeScalars.contains(where: isDirectionControl) }
    return String(kept).split(separator: " ").joined(separator: " ")
}

/// What people type into a text area: line ends as LF, no control character but LF and TAB, no bidirectional override.
package func manyLines(_ text: String) -> String {
    let ended = steadied(text).precomposedStringWithCanonicalMapping.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n")
    var out = String.UnicodeScalarView()
    for scalar in ended.unicodeScalars where !isDirectionControl(scalar) {
        if scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" { continue }
        out.append(scalar)
    }
    return String(out).trimmingCharacters(in: .whitespacesAndNewlines)
}

/// A letter keeps at most 30 marks, as in the Stream-Safe Text Format (UAX #15 §13). Normalising sorts the marks of a letter,
/// and so do `==` and hashing, in steps that rise with the square of their number: a letter with a million of them would
/// stop the process. Every text that comes from outside passes here before it is compared with anything.
package func steadied(_ text: String) -> String {
    // The first mark is U+0300, whose UTF-8 begins with 0xCC.
    guard text.utf8.contains(where: { $0 >= 0xcc }) else { return text }
    var run = 0
    var isSteady = true
    for scalar in text.unicodeScalars {
        run = isMark(scalar) ? run + 1 : 0
        if run > 30 { isSteady = false }
    }
    if isSteady { return text }
    var out = String.UnicodeScalarView()
    run = 0
    for scalar in text.unicodeScalars {
        run = isMark(scalar) ? run + 1 : 0
        if run <= 30 { out.append(scalar) }
    }
    return String(out)
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
}

/// Embeddings, overrides and isolates: they can make a line read otherwise than it is stored.
private func isDirectionControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || scalar == "\u{2028}" || scalar == "\u{2029}"
}
