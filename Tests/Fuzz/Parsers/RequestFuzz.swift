import Base
import Web

extension Parser {
    /// The first line is the Content-Type, the rest the body; the line is left out of the body's own limit.
    static let multipart = Parser(name: "multipart", limit: 1 << 20) { bytes in
        let head = bytes.prefix { $0 != 10 }
        let body = Array(bytes.dropFirst(head.count + 1))
        let named = MultipartReader.boundary(String(decoding: head, as: UTF8.self))
        guard let (form, files) = try? MultipartReader.read(body, boundary: named ?? "B") else { return }
        promise(form.fields.count + files.count <= MultipartReader.partLimit, "parts are counted")
        let kept = form.fields.reduce(0) { $0 + $1.value.utf8.count } + files.reduce(0) { $0 + $1.bytes.count }
        promise(kept <= body.count, "nothing is made up")
        for file in files {
            promise(!file.name.isEmpty && file.name.unicodeScalars.count <= UploadedFile.nameLimit, "a file has a name")
            promise(!file.name.contains("/") && !file.name.contains("\\") && !file.name.hasPrefix("."), "a name is no path")
            promise(!file.name.unicodeScalars.contains { $0.turnsText || $0.isControl }, "a name reads as it is")
        }
    }
    static let form = Parser(name: "form", limit: 1 << 20) { bytes in
        guard let form = try? FormData(urlencoded: bytes) else { return }
        promise(form.fields.count <= FormData.fieldLimit, "fields are counted")
        for field in form.fields {
            let line = form.line(field.name)
            promise(!line.unicodeScalars.contains { $0.turnsText || $0.isControl }, "a line is one line")
            promise(singleLine(line) == line, "cleaning twice is cleaning once")
            let text = form.text(field.name)
            promise(!text.unicodeScalars.contains { $0.turnsText || $0 == "\0" || $0 == "\r" }, "a text is clean")
            promise(manyLines(text) == text, "cleaning a text twice is cleaning it once")
        }
    }
    static let language = Parser(name: "language", limit: 16 << 10) { bytes in
        let header = String(decoding: bytes, as: UTF8.self)
        let language = Language.negotiated(header)
        promise(language == .en || header.lowercased().contains(language.rawValue), "nobody gets what they did not ask for")
    }
    static let entityTag = Parser(name: "etag", limit: 16 << 10) { bytes in
        let header = String(decoding: bytes, as: UTF8.self)
        let isKnown = EntityTag.isKnown("\"a1\"", in: header)
        promise(!EntityTag.isMatched("\"a1\"", in: header) || isKnown, "what is strongly the same is weakly the same")
        promise(!isKnown || header.contains("*") || header.contains("\"a1\""), "a tag that is not there is not known")
    }
    static let range = Parser(name: "range", limit: 16 << 10) { bytes in
        let header = String(decoding: bytes, as: UTF8.self)
        for size in [0, 1, 499, 10_000, Int.max] {
            if case .part(let part) = RangeHeader.read(header, size: size) {
                promise(!part.isEmpty && part.lowerBound >= 0 && part.upperBound <= size, "a part lies within")
            }
        }
    }
}
