import Foundation

/// What people type into one line: NFC, without control characters, bidirectional overrides or outer blanks.
/// Runs of blanks become one.
package func singleLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var out = String.UnicodeScalarView()
    var isBlankDue = false
    for scalar in text.unicodeScalars where !isDirectionControl(scalar) {
        if isBlank(scalar) || isControl(scalar) {
            isBlankDue = !out.isEmpty
        } else {
            if isBlankDue { out.append(" ") }
            isBlankDue = false
            out.append(scalar)
        }
    }
    return composed(String(out))
}

/// Nearly all that comes: visible ASCII with single blanks between.
private func isPlainLine(_ text: String) -> Bool {
    var isAfterBlank = true
    for byte in text.utf8 {
        guard (0x20...0x7e).contains(byte), !(isAfterBlank && byte == 0x20) else { return false }
        isAfterBlank = byte == 0x20
    }
    return !isAfterBlank || text.isEmpty
}

/// What people type into a text area: line ends as LF, no control character but LF and TAB, no bidirectional override.
package func manyLines(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where !isDirectionControl(scalar) {
        defer { last = scalar }
        if scalar == "\r" || scalar == "\n" {
            if last != "\r" || scalar != "\n" { out.append("\n") }
        } else if scalar == "\t" || !isControl(scalar) {
            out.append(scalar)
        }
    }
    return composed(String(out).trimmingCharacters(in: .whitespacesAndNewlines))
}

/// In NFC. Comes last: where something was taken out, a letter and its mark may have met.
private func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : steadied(text).precomposedStringWithCanonicalMapping
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

/// The general category Cc, all of it.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar == " " }
    return scalar.properties.generalCategory == .spaceSeparator || scalar == "\u{2028}" || scalar == "\u{2029}"
}

/// The decimal digits of every script as 0 to 9 (Arabic-Indic, Devanagari, Thai, full-width …), the rest as it is.
package func westernDigits(_ text: String) -> String {
    String(
        text.map { letter in
            guard letter.unicodeScalars.count == 1, letter.unicodeScalars.first?.properties.generalCategory == .decimalNumber,
                let digit = letter.wholeNumberValue
            else { return letter }
            return Character(String(digit))
        })
}
