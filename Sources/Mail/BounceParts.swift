import Base
import CGMime

/// The parts of a mail that may say something of another one, as text.
struct BounceParts: Sendable {
    /// Names in lower case; the first of a name counts.
    var headers: [String: String] = [:]
    /// `message/delivery-status` or its like for other alphabets (RFC 6533).
    var status: String?
    /// `message/feedback-report`
    var feedback: String?
    /// Prose, in the order of the mail.
    var texts: [String] = []
    /// Heads of mails that come back with the report.
    var returned: [String] = []

    /// A machine that answers because somebody is away (RFC 3834).
    var isAnswer: Bool {
        let automatic = headers["auto-submitted"]?.lowercased() ?? ""
        return automatic.hasPrefix("auto-replied") && !isFromDaemon
    }
    var isFromDaemon: Bool {
        let from = (headers["from"] ?? "").lowercased()
        return headers["return-path"]?.filter { $0 != " " } == "<>" || from.contains("mailer-daemon")
            || from.contains("postmaster")
            || from.contains("mail delivery") || from == "<>"
    }

    /// Within `MimeRoom` only.
    static func take(_ bytes: [UInt8]) throws -> BounceParts {
        // What GMime takes apart by calling itself must not be nested without end.
        guard BounceParts.nesting(bytes) <= BounceReader.parts * 2 else { throw BounceFault.tooDeep }
        let stream = g_mime_stream_mem_new_with_buffer(bytes.map { CChar(bitPattern: $0) }, bytes.count)
        defer { plenaria_unref(stream) }
        let parser = g_mime_parser_new_with_stream(stream)
        defer { plenaria_unref(parser) }
        guard let message = g_mime_parser_construct_message(parser, nil) else { throw BounceFault.notMail }
        defer { plenaria_unref(message) }
        var found = BounceParts()
        guard let object = plenaria_object(message) else { throw BounceFault.notMail }
        found.headers = headers(object)
        guard !found.headers.isEmpty else { throw BounceFault.notMail }
        if let part = g_mime_message_get_mime_part(message) { try found.walk(part) }
        return found
    }

    /// How often a part is begun that may hold others.
    private static func nesting(_ bytes: [UInt8]) -> Int {
        let words = [Array("multipart/".utf8), Array("message/".utf8)]
        var count = 0
        for index in bytes.indices where bytes[index] | 0x20 == UInt8(ascii: "m") {
            let isOne = words.contains { word in
                index + word.count <= bytes.count && zip(word, bytes[index...]).allSatisfy { $0 == $1 | ($0 == 0x2f ? 0 : 0x20) }
            }
            if isOne { count += 1 }
        }
        return count
    }

    private mutating func walk(_ root: UnsafeMutablePointer<GMimeObject>) throws {
        var waiting = [root]
        var seen = 0
        while let object = waiting.popLast() {
            seen += 1
            guard seen <= BounceReader.parts else { throw BounceFault.tooDeep }
            if let multipart = plenaria_multipart(object) {
                let count = min(g_mime_multipart_get_count(multipart), Int32(BounceReader.parts))
                for index in stride(from: count - 1, through: 0, by: -1) {
                    if let child = g_mime_multipart_get_part(multipart, index) { waiting.append(child) }
                }
            } else if let part = plenaria_message_part(object) {
                guard let message = g_mime_message_part_get_message(part), let inner = plenaria_object(message) else { continue }
                add(returned: inner)
            } else if let part = plenaria_part(object) {
                add(part, type: BounceParts.type(object))
            }
        }
    }

    private static func type(_ object: UnsafeMutablePointer<GMimeObject>) -> String {
        guard let type = g_mime_object_get_content_type(object), let text = g_mime_content_type_get_mime_type(type) else {
            return ""
        }
        defer { g_free(text) }
        return String(cString: text).lowercased()
    }

    private mutating func add(_ part: UnsafeMutablePointer<GMimePart>, type: String) {
        switch type {
        case "message/delivery-status", "message/global-delivery-status": status = status ?? BounceParts.content(part)
        case "message/feedback-report": feedback = feedback ?? BounceParts.content(part)
        case "text/rfc822-headers", "message/global-headers", "message/rfc822": returned.append(BounceParts.content(part))
        case "text/html": if texts.isEmpty { texts.append(BounceParts.content(part)) }
        case _ where type.hasPrefix("text/") || type.isEmpty: texts.append(BounceParts.content(part))
        default: return
        }
    }

    /// The head of a mail that came back, and of one within it: an agent may have wrapped ours.
    private mutating func add(returned object: UnsafeMutablePointer<GMimeObject>) {
        returned.append(BounceParts.headers(object).map { "\($0.key): \($0.value)" }.sorted().joined(separator: "\n"))
    }

    private static func headers(_ object: UnsafeMutablePointer<GMimeObject>) -> [String: String] {
        guard let list = g_mime_object_get_header_list(object) else { return [:] }
        var found: [String: String] = [:]
        for index in 0..<min(g_mime_header_list_get_count(list), 500) {
            guard let header = g_mime_header_list_get_header_at(list, index), let name = g_mime_header_get_name(header),
                let value = g_mime_header_get_raw_value(header)
            else { continue }
            let key = String(cString: name).lowercased()
            if found[key] == nil { found[key] = singleLine(String(String(cString: value).prefix(8_000))) }
        }
        return found
    }

    /// What a part says once its encoding is undone; 256 KB of it.
    private static func content(_ part: UnsafeMutablePointer<GMimePart>) -> String {
        guard let wrapper = g_mime_part_get_content(part) else { return "" }
        let memory = g_mime_stream_mem_new()
        defer { plenaria_unref(memory) }
        guard g_mime_data_wrapper_write_to_stream(wrapper, memory) >= 0 else { return "" }
        let array = UnsafeMutableRawPointer(memory)?.assumingMemoryBound(to: GMimeStreamMem.self)
        guard let bytes = g_mime_stream_mem_get_byte_array(array), let data = bytes.pointee.data else { return "" }
        // "\r\n" is one character to Swift, and no line feed.
        let plain = UnsafeBufferPointer(start: data, count: min(Int(bytes.pointee.len), 256 << 10)).filter { $0 != 13 }
        return steadied(String(decoding: plain, as: UTF8.self))
    }
}
