import Base

/// Reads `multipart/form-data` (RFC 7578) strictly and within limits: what is not exactly a form of a browser is refused.
/// A pure function of the bytes; it never reads beyond them and takes time in proportion to them.
package enum MultipartReader {
    package static let partLimit = 200
    package static let headerLimit = 8192
    package static let boundaryLimit = 70

    /// The boundary that a `Content-Type` names (RFC 2046 §5.1.1); nil if it is no form with files or names none that is allowed.
    package static func boundary(_ contentType: String) -> String? {
        guard let header = HeaderParameters(contentType), header.value.lowercased() == "multipart/form-data",
            let boundary = header["boundary"], isBoundary(boundary)
        else { return nil }
        return boundary
    }

    /// The fields and the files in their order. A file input that was left empty is left out.
    /// Throws `Refusal.invalid` for what is malformed, `Refusal.tooLarge` for too many parts.
    package static func read(_ bytes: [UInt8], boundary: String) throws -> (FormData, [UploadedFile]) {
        guard isBoundary(boundary) else { throw malformed }
        let opening = Array("--\(boundary)".utf8)
        let delimiter = [13, 10] + opening
        guard bytes.starts(with: opening) else { throw malformed }
        var fields: [(name: String, value: String)] = []
        var files: [UploadedFile] = []
        var place = opening.count
        var parts = 0
        while true {
            if bytes[place...].starts(with: "--".utf8) {
                let rest = bytes[(place + 2)...]
                guard rest.isEmpty || rest.elementsEqual([13, 10]) else { throw malformed }
                return (FormData(fields), files)
            }
            guard bytes[place...].starts(with: [13, 10]) else { throw malformed }
            parts += 1
            guard parts <= partLimit else { throw Refusal(.tooLarge, "refusal.tooManyFields") }
            let (part, begin) = try head(bytes, from: place + 2)
            guard let end = find(delimiter, in: bytes, from: begin) else { throw malformed }
            try add(part, bytes[begin..<end], &fields, &files)
            place = end + delimiter.count
        }
    }

    private struct Part {
        let name: String
        /// Nil for a plain field.
        let file: String?
    }
    private static let malformed = Refusal(.invalid, "refusal.multipart")

    private static func add(
        _ part: Part, _ body: ArraySlice<UInt8>, _ fields: inout [(name: String, value: String)], _ files: inout [UploadedFile]
    ) throws {
        guard let file = part.file else {
            guard let value = String(validating: body, as: UTF8.self) else { throw Refusal(.invalid, "refusal.encoding") }
            return fields.append((part.name, steadied(value)))
        }
        if !file.isEmpty || !body.isEmpty { files.append(UploadedFile(field: part.name, name: file, bytes: Array(body))) }
    }

    /// The header lines from `start` and the place behind their blank line.
    private static func head(_ bytes: [UInt8], from start: Int) throws -> (Part, Int) {
        var place = start
        var part: Part?
        while true {
            guard let end = find([13, 10], in: bytes, from: place, before: start + headerLimit) else { throw malformed }
            if end == place { break }
            guard let line = String(validating: bytes[place..<end], as: UTF8.self).map(steadied),
                let colon = line.firstIndex(of: ":"),
                !line.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\t" })
            else { throw malformed }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
            switch line[..<colon].lowercased() {
            case "content-disposition":
                guard part == nil else { throw malformed }
                part = try disposition(value)
            case "content-type": guard !value.lowercased().hasPrefix("multipart/") else { throw malformed }
            case "content-transfer-encoding":
                guard ["binary", "7bit", "8bit"].contains(value.lowercased()) else { throw malformed }
            case let name: guard !name.isEmpty, name.allSatisfy({ $0.isASCII && !$0.isWhitespace }) else { throw malformed }
            }
            place = end + 2
        }
        guard let part else { throw malformed }
        return (part, place + 2)
    }

    /// `form-data; name="talk"; filename="slides.pdf"`. Browsers write `%22`, `%0D` and `%0A` for what cannot stand there.
    private static func disposition(_ value: String) throws -> Part {
        guard let header = HeaderParameters(value), header.value.lowercased() == "form-data", let name = header["name"],
            !name.isEmpty, name.utf8.count <= 200
        else { throw malformed }
        let file = header["filename"]?.replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
        return Part(name: name, file: file)
    }

    private static func isBoundary(_ text: String) -> Bool {
        (1...boundaryLimit).contains(text.utf8.count) && text.last != " "
            && text.utf8.allSatisfy { byte in
                (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) || "'()+_,-./:=? ".utf8.contains(byte)
            }
    }

    /// The first place of `pattern` at or behind `start` that begins before `limit`. Both begin with CR, which is rare in
    /// pictures and films, so that nearly every byte is looked at once.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int, before limit: Int = .max) -> Int? {
        let last = min(bytes.count - pattern.count, limit == .max ? .max : limit - 1)
        guard start <= last else { return nil }
        return bytes.withUnsafeBufferPointer { source in
            var place = start
            while place <= last {
                if source[place] == 13 {
                    var length = 1
                    while length < pattern.count, source[place + length] == pattern[length] { length += 1 }
                    if length == pattern.count { return place }
                }
                place += 1
            }
            return nil
        }
    }
}
