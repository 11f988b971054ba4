import Base
import Foundation

/// What a file must hold to be a material of some kind. It is told by the bytes; a name or a browser can claim anything.
package enum MaterialContent {
    /// The most bytes that a file may have.
    package static let limit = 50 << 20
    /// Timed text of a whole day is far smaller.
    package static let captionLimit = 4 << 20

    private static let documents = ["application/pdf"]
    private static let office = "application/vnd.openxmlformats-officedocument."
    private static let open = "application/vnd.oasis.opendocument."
    private static let slides = [office + "presentationml.presentation", open + "presentation"]
    private static let texts = [office + "wordprocessingml.document", open + "text"]
    private static let tables = [office + "spreadsheetml.sheet", open + "spreadsheet"]
    private static let pictures = ["image/png", "image/jpeg", "image/webp"]
    private static let recordings = ["video/mp4", "video/webm", "audio/mpeg", "audio/ogg"]

    /// The media types that fit; none for a kind that has no file.
    package static func types(_ kind: MaterialKind) -> [String] {
        switch kind {
        case .slides: documents + slides
        case .paper: documents + texts
        case .handout: documents + slides + texts + tables + pictures + ["text/plain"]
        case .recording: recordings
        case .captions: ["text/vtt", "application/x-subrip"]
        case .link: []
        case .other:
            documents + slides + texts + tables + pictures + ["image/gif", "text/plain", "application/zip"] + recordings
        }
    }

    /// Media type → its short name and the endings that go with it, the usual one first.
    private static let known: [String: (label: String, endings: [String])] = [
        "application/pdf": ("PDF", ["pdf"]),
        office + "presentationml.presentation": ("PPTX", ["pptx", "ppsx", "potx"]),
        office + "wordprocessingml.document": ("DOCX", ["docx", "dotx"]),
        office + "spreadsheetml.sheet": ("XLSX", ["xlsx", "xltx"]),
        open + "presentation": ("ODP", ["odp"]), open + "text": ("ODT", ["odt"]), open + "spreadsheet": ("ODS", ["ods"]),
        "image/png": ("PNG", ["png"]), "image/jpeg": ("JPEG", ["jpg", "jpeg"]), "image/webp": ("WebP", ["webp"]),
        "image/gif": ("GIF", ["gif"]), "video/mp4": ("MP4", ["mp4", "m4v", "m4a"]), "video/webm": ("WebM", ["webm"]),
        "audio/mpeg": ("MP3", ["mp3"]), "audio/ogg": ("Ogg", ["ogg", "oga", "opus"]),
        "text/vtt": ("WebVTT", ["vtt"]), "application/x-subrip": ("SubRip", ["srt"]),
        "text/plain": ("TXT", ["txt", "md", "csv", "tsv", "json", "bib", "tex"]), "application/zip": ("ZIP", ["zip"]),
    ]

    /// `PDF` for `application/pdf`.
    package static func label(_ type: String) -> String { known[type]?.label ?? type }
    /// `PDF, PPTX, ODP`: the same in every language.
    package static func expected(_ kind: MaterialKind) -> String { types(kind).map(label).joined(separator: ", ") }
    /// For the `accept` of a form: a wish to the browser, never a check.
    package static var endings: String {
        known.values.flatMap(\.endings).sorted().map { "." + $0 }.joined(separator: ",")
    }

    /// The name under which a file is handed out: with an ending that says what it holds, so that no system runs it as
    /// something else.
    package static func name(_ name: String, of type: String) -> String {
        guard let endings = known[type]?.endings, let usual = endings.first else { return name }
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
        if name.contains("."), endings.contains(ending) { return name }
        let isShort = name.contains(".") && (1...5).contains(ending.count)
        return (isShort ? String(name.dropLast(ending.count + 1)) : name) + "." + usual
    }

    /// Throws a refusal that names the file, what it looks like and what was expected.
    package static func check(_ name: String, type: String, bytes: [UInt8], for kind: MaterialKind) throws {
        guard !bytes.isEmpty else { throw misfit("empty", name, type, kind) }
        guard bytes.count <= (kind == .captions ? captionLimit : limit) else { throw misfit("large", name, type, kind) }
        if types(kind).contains(type) { return }
        if let look = look(of: bytes) { throw misfit(look.rawValue, name, type, kind) }
        throw misfit(known[type] == nil ? "unknown" : "type", name, type, kind)
    }

    /// Whether a file that was taken before may be of another kind.
    package static func check(_ file: Material.File, for kind: MaterialKind) throws {
        guard types(kind).contains(file.type) else { throw misfit("type", file.name, file.type, kind) }
    }

    private static func misfit(_ reason: String, _ name: String, _ type: String, _ kind: MaterialKind) -> Refusal {
        let limit = (kind == .captions ? captionLimit : limit) >> 20
        let arguments = ["file": name, "expected": expected(kind), "limit": String(limit), "type": label(type)]
        return Refusal(.invalid, "material.refusal.\(reason)", arguments, field: "file")
    }

    /// What people most often send by mistake, or against us.
    enum Look: String { case markup, program, macros, legacy }

    static func look(of bytes: [UInt8]) -> Look? {
        let programs: [[UInt8]] = [
            Array("MZ".utf8), [0x7F] + Array("ELF".utf8), Array("#!".utf8), [0xCA, 0xFE, 0xBA, 0xBE], [0xFE, 0xED, 0xFA, 0xCE],
            [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0x00] + Array("asm".utf8),
        ]
        if programs.contains(where: bytes.starts(with:)) { return .program }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .legacy }
        if bytes.starts(with: "PK".utf8) {
            return Data(bytes).range(of: Data("vbaProject.bin".utf8)) == nil ? nil : .macros
        }
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let bare = marks.first(where: bytes.starts(with:)).map { bytes.dropFirst($0.count) } ?? bytes[...]
        // A zero byte beside each letter is UTF-16.
        return bare.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") ? .markup : nil
    }
}
