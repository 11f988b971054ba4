import Base
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// How an answer travels: headers, ETags, compression.
package struct Delivery: Sendable {
    private let base: HTTPFields
    package init(isSecure: Bool) { base = SecurityHeaders.fields(isSecure: isSecure) }

    /// An answer made ready once for all who will ask, in every coding, as small as a page of 64 KB can be made in
    /// about two milliseconds: the first reader waits for it, all the others have less to read.
    package func page(_ answer: Answer, language: Language, topics: Set<String>, until: Instant?) -> PageCache.Page {
        let digest = tag(answer.body)
        var codings: [(Compression.Coding, [UInt8])] = [(.identity, answer.body)]
        if isText(answer.type), answer.body.count > 512 {
            if let small = Compression.gzip(answer.body, level: 9) { codings.append((.gzip, small)) }
            if let small = Compression.brotli(answer.body, quality: 5) { codings.append((.br, small)) }
        }
        var bodies: [Compression.Coding: PageCache.Body] = [:]
        for (coding, bytes) in codings {
            var fields = self.fields(answer, language: language)
            let etag = "\"\(digest)-\(coding.rawValue)\""
            fields[.eTag] = etag
            fields[.vary] = "Accept-Language, Accept-Encoding, Cookie"
            if coding != .identity { fields[.contentEncoding] = coding.rawValue }
            fields[.contentLength] = String(bytes.count)
            bodies[coding] = PageCache.Body(
                buffer: ByteBuffer(bytes: bytes), fields: fields, tag: etag, head: Delivery.head(answer.status, fields))
        }
        let size = codings.reduce(0) { $0 + $1.1.count }
        return PageCache.Page(status: answer.status, bodies: bodies, topics: topics, until: until, size: size)
    }

    /// The response for a finished page: 304 if the reader has it.
    package func response(_ page: PageCache.Page, _ asked: Asked, _ method: HTTPRequest.Method) -> Response {
        let coding = Compression.accepted(asked.coding)
        guard let body = page.bodies[coding] ?? page.bodies[.identity] else { return Response(status: .internalServerError) }
        if page.status == .ok, let known = asked.known, EntityTag.isKnown(body.tag, in: known) {
            var fields = body.fields
            fields[.contentLength] = nil
            fields[.contentType] = nil
            fields[.contentEncoding] = nil
            return Response(status: .notModified, headers: fields)
        }
        if method == .head { return Response(status: page.status, headers: body.fields) }
        return Response(status: page.status, headers: body.fields, body: .init(byteBuffer: body.buffer))
    }

    /// The response for an answer that is for this reader alone.
    package func response(_ answer: Answer, language: Language, _ request: Request) -> Response {
        var fields = self.fields(answer, language: language)
        var bytes = answer.body
        if isText(answer.type), bytes.count > 1024, !isVerbatim(answer),
            Compression.accepted(request.headers[.acceptEncoding]) != .identity,
            let small = Compression.gzip(bytes, level: 4)
        {
            bytes = small
            fields[.contentEncoding] = "gzip"
            fields[.vary] = "Accept-Encoding"
        }
        if answer.status == .notModified { fields[.contentType] = nil }
        if ![.noContent, .notModified].contains(answer.status) { fields[.contentLength] = String(bytes.count) }
        if request.method == .head || bytes.isEmpty { return Response(status: answer.status, headers: fields) }
        return Response(status: answer.status, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// An answer that leaves at the connection: as it is, for this reader alone.
    func bytes(_ answer: Answer, language: Language) -> PageCache.Body {
        var fields = self.fields(answer, language: language)
        fields[.contentLength] = String(answer.body.count)
        return PageCache.Body(
            buffer: ByteBuffer(bytes: answer.body), fields: fields, tag: "", head: Delivery.head(answer.status, fields))
    }

    /// The response for a stream of events: it is never compressed, since what is held back is late.
    package func response(_ live: LiveStream, of answer: Answer, language: Language, _ request: Request) -> Response {
        live.response(to: request, fields(answer, language: language))
    }

    private static func head(_ status: HTTPResponse.Status, _ fields: HTTPFields) -> ByteBuffer {
        let lines = fields.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return ByteBuffer(string: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\(lines)")
    }

    private func isVerbatim(_ answer: Answer) -> Bool {
        if case .checked = answer.keeping { true } else { answer.isVerbatim }
    }

    private func fields(_ answer: Answer, language: Language) -> HTTPFields {
        var fields = base
        fields[.contentType] = answer.type
        if answer.type.hasPrefix("text/html") { fields[.contentLanguage] = language.rawValue }
        switch answer.keeping {
        case .shared: fields[.cacheControl] = "public, no-cache"
        case .personal: fields[.cacheControl] = "no-store"
        case .checked: fields[.cacheControl] = "private, no-cache"
        case .immutable: fields[.cacheControl] = "public, max-age=31536000, immutable"
        }
        // What an answer says for itself stands instead of the general rule, not beside it.
        for field in answer.fields { fields[field.name] = nil }
        for field in answer.fields { fields.append(field) }
        return fields
    }

    private func tag(_ bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes).prefix(12))
    }

    private func isText(_ type: String) -> Bool {
        [
            "text/", "application/json", "application/ld+json", "application/problem", "application/xml", "application/atom",
            "application/vnd", "image/svg",
        ]
        .contains { type.hasPrefix($0) }
    }
}
