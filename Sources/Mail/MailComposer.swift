import Base
import CGMime
import Foundation

/// Turns a message into bytes as SMTP wants them: RFC 5322 with MIME, 7 bit, CRLF, lines of at most 78 characters.
package enum MailComposer {
    package static func compose(_ mail: MailMessage) throws -> [UInt8] { try MimeRoom.run { try composed(mail) } }

    private static func composed(_ mail: MailMessage) throws -> [UInt8] {
        guard let message = g_mime_message_new(1) else { throw MailFault.setting("GMime has no memory") }
        defer { plenaria_unref(message) }
        g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, mail.fromName.text, mail.from.text)
        g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_TO, nil, mail.to.text)
        if let replyTo = mail.replyTo { g_mime_message_add_mailbox(message, GMIME_ADDRESS_TYPE_REPLY_TO, nil, replyTo.text) }
        // GMime picks a Latin charset by itself where it can, and adds neither Date nor Message-ID: all said explicitly.
        g_mime_message_set_subject(message, mail.subject.text, "utf-8")
        let date = g_date_time_new_from_unix_utc(Int(mail.date.seconds))
        g_mime_message_set_date(message, date)
        g_date_time_unref(date)
        let domain = mail.from.text.split(separator: "@").last.map(String.init) ?? "localhost"
        g_mime_message_set_message_id(message, "\(mail.id.text)@\(domain)")
        guard let object = plenaria_object(message) else { throw MailFault.setting("GMime has no memory") }
        g_mime_object_set_header(object, "Content-Language", mail.language.rawValue, nil)
        g_mime_object_set_header(object, "Auto-Submitted", "auto-generated", nil)
        // Mail systems that know the Message-ID drop the second; for the others, and for who looks into a complaint.
        if mail.mayBeDuplicate { g_mime_object_set_header(object, "X-Plenaria-Possible-Duplicate", "yes", nil) }
        let body = try text(mail.text)
        if mail.attachments.isEmpty {
            g_mime_message_set_mime_part(message, body)
        } else {
            let multipart = g_mime_multipart_new_with_subtype("mixed")
            g_mime_multipart_add(multipart, body)
            for attachment in mail.attachments {
                let part = try self.part(attachment)
                g_mime_multipart_add(multipart, part)
                plenaria_unref(part)
            }
            g_mime_message_set_mime_part(message, plenaria_object(multipart))
            plenaria_unref(multipart)
        }
        plenaria_unref(body)
        return try written(object)
    }

    /// base64 keeps every language's text 7 bit and its lines short.
    private static func text(_ text: String) throws -> UnsafeMutablePointer<GMimeObject> {
        let bytes = Array(text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\n", with: "\r\n").utf8)
        let part = try leaf("text", "plain", bytes)
        g_mime_object_set_content_type_parameter(part, "charset", "utf-8")
        return part
    }

    private static func part(_ attachment: MailMessage.Attachment) throws -> UnsafeMutablePointer<GMimeObject> {
        let type = attachment.type.split(separator: "/").map(String.init)
        guard type.count == 2, type.allSatisfy({ $0.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ";") } }) else {
            throw MailFault.header("an attachment's type is not type/subtype")
        }
        let part = try leaf(type[0], type[1], attachment.bytes)
        if type[0] == "text" { g_mime_object_set_content_type_parameter(part, "charset", "utf-8") }
        // RFC 6047 §2.4: the same as METHOD in the calendar. Ours tell and ask for no answer.
        if attachment.type == "text/calendar" { g_mime_object_set_content_type_parameter(part, "method", "PUBLISH") }
        g_mime_object_set_disposition(part, "attachment")
        UnsafeMutableRawPointer(part).withMemoryRebound(to: GMimePart.self, capacity: 1) {
            g_mime_part_set_filename($0, attachment.name.text)
        }
        return part
    }

    private static func leaf(_ type: String, _ subtype: String, _ bytes: [UInt8]) throws -> UnsafeMutablePointer<GMimeObject> {
        guard let part = g_mime_part_new_with_type(type, subtype) else { throw MailFault.setting("GMime has no memory") }
        let stream = g_mime_stream_mem_new_with_buffer(bytes.map { CChar(bitPattern: $0) }, bytes.count)
        let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
        plenaria_unref(stream)
        g_mime_part_set_content(part, content)
        plenaria_unref(content)
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
        guard let object = plenaria_object(part) else { throw MailFault.setting("GMime has no memory") }
        return object
    }

    private static func written(_ object: UnsafeMutablePointer<GMimeObject>) throws -> [UInt8] {
        let options = g_mime_format_options_new()
        defer { g_mime_format_options_free(options) }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        g_mime_format_options_set_param_encoding_method(options, GMIME_PARAM_ENCODING_METHOD_RFC2231)
        guard let text = g_mime_object_to_string(object, options) else {
            throw MailFault.setting("GMime could not write the mail")
        }
        defer { g_free(text) }
        return Array(String(cString: text).utf8)
    }
}
