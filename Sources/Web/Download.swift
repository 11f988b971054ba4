import Base
import HTTPTypes
import HTML
import Store

extension Answer {
    /// A kept file for a reader who may have it (the caller has asked). It is handed over to be saved, in a sandbox where
    /// nothing runs; only pictures of three kinds may be shown in a page. Ranges (RFC 9110 §14) and `If-None-Match` are
    /// answered; the reader keeps it, but asks each time whether he may still have it.
    package static func download(_ file: StoredFile, to exchange: Exchange, isInline: Bool = false) async throws -> Answer {
        let tag = "\"\(file.sha256)\""
        var answer = Answer(type: file.type.header, body: [], keeping: .checked)
        answer.fields[.eTag] = tag
        answer.fields[.acceptRanges] = "bytes"
        answer.fields[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        answer.fields[.contentDisposition] = disposition(file.name, isInline: isInline && file.type.mayBeInline)
        if let known = exchange.fields[.ifNoneMatch], EntityTag.isKnown(tag, in: known) {
            answer.status = .notModified
            return answer
        }
        switch wish(file, tag, exchange) {
        case .whole: answer.body = try await bytes(file, nil, exchange)
        case .part(let part):
            answer.status = .partialContent
            answer.fields[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
            answer.body = try await bytes(file, part, exchange)
        case .unsatisfiable:
            answer.status = .rangeNotSatisfiable
            answer.fields[.contentRange] = "bytes */\(file.size)"
        }
        return answer
    }

    /// A range counts for GET alone, and after `If-Range` only if the file is still the same one (a strong comparison; we
    /// send no date).
    private static func wish(_ file: StoredFile, _ tag: String, _ exchange: Exchange) -> RangeHeader.Wish {
        guard exchange.method == .get else { return .whole }
        if let condition = exchange.fields[.ifRange], condition != tag { return .whole }
        return RangeHeader.read(exchange.fields[.range], size: file.size)
    }

    private static func bytes(_ file: StoredFile, _ part: Range<Int>?, _ exchange: Exchange) async throws -> [UInt8] {
        let found = try await exchange.database.read { try StoredFileStore.bytes(file.id, part, in: $0) }
        guard let found else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    /// RFC 6266 with RFC 8187: a plain name for old programs and the whole one in UTF-8.
    package static func disposition(_ name: String, isInline: Bool) -> String {
        let clean = UploadedFile.clean(name)
        let plain = clean.unicodeScalars.map { scalar -> Character in
            let isSafe = scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\" && scalar != "%"
            return isSafe ? Character(scalar) : "_"
        }
        return (isInline ? "inline" : "attachment") + "; filename=\"\(String(plain))\"; filename*=UTF-8''\(percentEncoded(clean))"
    }
}
