import Base
import Convene
import Mail

extension Parser {
    static let mailTemplate = Parser(name: "mailtemplate", limit: 1 << 20) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        for occasion in [MailOccasion.confirmed, .offered, .passedOn] {
            guard let template = try? MailTemplate(text, for: occasion) else { continue }
            promise(template.fields.isSubset(of: occasion.fields), "a letter names its own fields")
            let written = template.text { "{\($0.rawValue)}" }
            promise(written.utf8.count <= 12 * text.utf8.count + 64, "a letter does not swell")
            let plain = text.replacing("{{", with: "").replacing("}}", with: "")
            if !plain.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
                promise(template.fields.isEmpty, "no field without braces")
            }
        }
        let line = MailTemplate(lenient: text).line { _ in text }
        promise(!line.unicodeScalars.contains { $0.isControl || $0 == "\u{2028}" || $0 == "\u{2029}" }, "a subject is one line")
        promise(line.utf8.count <= 800, "a subject has an end")
    }

    static let bounce = Parser(name: "bounce", limit: BounceReader.size) { bytes in
        guard let report = try? BounceReader.read(bytes) else { return }
        promise(!report.bounces.isEmpty, "a report is about somebody")
        for bounce in report.bounces {
            promise((try? MailAddress(bounce.recipient)) != nil, "a recipient is an address")
            promise(bounce.diagnostic.count <= 500, "a diagnostic has an end")
            promise(!bounce.diagnostic.unicodeScalars.contains { $0.isControl }, "a diagnostic is one line")
            promise(bounce.status.utf8.allSatisfy { $0 == 46 || (48...57).contains($0) }, "a status is numbers")
        }
    }
}
