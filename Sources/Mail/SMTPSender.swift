// Thread rule of libcurl: an easy handle is used by one thread at a time. One serial queue owns the handle, which keeps
// the connection to the server for the next mail.
import Base
import CCurl
import Foundation

/// Why a mail did not go out. Never holds an address.
package struct MailFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server's answer (RFC 5321 §4.2), 0 if there was none.
    package let code: Int
    package let reason: String
    /// The server had the whole mail and gave no answer: it may have taken it (RFC 1047).
    package let isUnsure: Bool
    /// What the server added to its answer of what is wrong (RFC 3463, RFC 2034): `5.1.1`; empty where it added nothing.
    package let status: String
    /// The address itself takes no mail, and never will: the subject of its status is the address (RFC 3463 §3.2).
    package var isOfAddress: Bool { isPermanent && MailFailure.deadAddress.contains(status) }
    /// No such mailbox, no such host, not an address, moved without a new one, a domain that takes no mail (RFC 7505).
    private static let deadAddress: Set = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"]
    /// 5xx: trying again will not help.
    package var isPermanent: Bool { (500...599).contains(code) }
    package var description: String { code > 0 ? "\(code) \(reason)" : reason }
}

/// Hands finished mails to an SMTP server.
package final class SMTPSender: @unchecked Sendable {  // `handle` is touched on `queue` only.
    private let queue = DispatchQueue(label: "plenaria.smtp")
    private let handle: UnsafeMutableRawPointer
    private let url: String
    private let user: String
    private let password: String
    /// Seconds for one mail; the server's last answer comes after it has looked at the whole of it.
    package static let patience = 60
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// `smtp://host:port` (STARTTLS where offered) or `smtps://host:port`.
    package init(url: String, user: String = "", password: String = "") throws {
        guard url.hasPrefix("smtp://") || url.hasPrefix("smtps://") else {
            throw MailFault.setting("plenaria.smtp.url must begin with smtp:// or smtps://")
        }
        guard SMTPSender.isReady, let handle = curl_easy_init() else { throw MailFault.setting("libcurl could not start") }
        self.handle = handle
        self.url = url
        self.user = user
        self.password = password
    }

    deinit { curl_easy_cleanup(handle) }

    /// Returns once the server has taken the mail. Throws `MailFailure`.
    package func send(_ message: [UInt8], from: MailAddress, to: [MailAddress]) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            queue.async { continuation.resume(with: Result { try self.perform(message, from, to) }) }
        }
    }

    private final class Upload {
        let bytes: [UInt8]
        var offset = 0
        /// The end was asked for, too: the full stop after the mail may be under way.
        var isWhole = false
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    /// The last line with which the server refused something; after it may come its farewell.
    private final class Answer {
        var line = ""
    }

    private func perform(_ message: [UInt8], _ from: MailAddress, _ to: [MailAddress]) throws {
        curl_easy_reset(handle)
        var recipients: UnsafeMutablePointer<curl_slist>?
        for address in to { recipients = curl_slist_append(recipients, "<\(address.text)>") }
        defer { curl_slist_free_all(recipients) }
        let upload = Upload(message)
        plenaria_set_text(handle, CURLOPT_URL, url)
        plenaria_set_text(handle, CURLOPT_MAIL_FROM, "<\(from.text)>")
        plenaria_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        plenaria_set_long(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_TRY.rawValue))
        plenaria_set_long(handle, CURLOPT_TIMEOUT, SMTPSender.patience)
        plenaria_set_long(handle, CURLOPT_CONNECTTIMEOUT, 10)
        plenaria_set_long(handle, CURLOPT_NOSIGNAL, 1)
        plenaria_set_long(handle, CURLOPT_UPLOAD, 1)
        if !user.isEmpty {
            plenaria_set_text(handle, CURLOPT_USERNAME, user)
            plenaria_set_text(handle, CURLOPT_PASSWORD, password)
        }
        plenaria_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(upload).toOpaque())
        plenaria_set_read(handle) { buffer, size, count, pointer in
            guard let buffer, let pointer else { return 0 }
            let upload = Unmanaged<Upload>.fromOpaque(pointer).takeUnretainedValue()
            let length = min(size * count, upload.bytes.count - upload.offset)
            upload.bytes.withUnsafeBytes { bytes in
                if length > 0, let base = bytes.baseAddress { memcpy(buffer, base + upload.offset, length) }
            }
            upload.offset += length
            if length == 0 { upload.isWhole = true }
            return length
        }
        let answer = Answer()
        plenaria_set_answers(
            handle,
            { buffer, size, count, pointer in
                guard let buffer, let pointer else { return 0 }
                let bytes = UnsafeRawBufferPointer(start: buffer, count: min(size * count, 512))
                guard bytes.first == UInt8(ascii: "4") || bytes.first == UInt8(ascii: "5") else { return size * count }
                Unmanaged<Answer>.fromOpaque(pointer).takeUnretainedValue().line = String(decoding: bytes, as: UTF8.self)
                return size * count
            }, Unmanaged.passUnretained(answer).toOpaque())
        let result = withExtendedLifetime((upload, answer)) { curl_easy_perform(handle) }
        guard result == CURLE_OK else {
            var code = 0
            plenaria_response(handle, &code)
            let isAnswered = code >= 400
            throw MailFailure(
                code: isAnswered ? code : 0, reason: String(cString: curl_easy_strerror(result)),
                isUnsure: upload.isWhole && !isAnswered,
                // Only the word on the recipient, before anything of the mail was read, is about the address.
                status: isAnswered && upload.offset == 0 ? StatusCode.first(in: answer.line) ?? "" : "")
        }
    }
}
