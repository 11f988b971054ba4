import Glibc

/// A parser of ours as libFuzzer drives it: any bytes in; out comes nothing, but a broken promise ends the process.
struct Parser: Sendable {
    let name: String
    /// The largest input in bytes that the product itself would hand over.
    let limit: Int
    let run: @Sendable ([UInt8]) -> Void

    static let all: [Parser] = [
        .scheduleXML, .scheduleJSON, .indico, .iCalendar, .csv, .schedule, .html, .multipart, .form, .language, .entityTag,
        .range, .markdown, .caption, .agenda, .ticket, .mailTemplate, .bounce,
        .question, .indexTable, .indexMethod,
    ]
}

/// Holds in a build for release, too, and says which.
func promise(_ holds: @autoclosure () -> Bool, _ words: StaticString) {
    if holds() { return }
    print("broken promise: \(words)")
    fflush(nil)
    keepLastInput()
    abort()
}

extension Unicode.Scalar {
    /// It can make a line read otherwise than it is stored.
    var turnsText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
    /// No character of a text of one line.
    var isControl: Bool { value < 32 || (127...159).contains(value) }
}
