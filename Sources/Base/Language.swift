/// The seven languages in which Plenaria itself speaks.
package enum Language: String, CaseIterable, Sendable, Codable, Hashable {
    case en, es, fr, zh, ar, ru, pt

    package var isRightToLeft: Bool { self == .ar }
    /// `ltr` or `rtl`, for the `dir` attribute.
    package var direction: String { isRightToLeft ? "rtl" : "ltr" }
    /// The language's own name for itself.
    package var autonym: String {
        switch self {
        case .en: "English"
        case .es: "Español"
        case .fr: "Français"
        case .zh: "中文"
        case .ar: "العربية"
        case .ru: "Русский"
        case .pt: "Português"
        }
    }

    /// The interface language for a BCP 47 tag: its primary subtag decides (`pt-BR` → `pt`).
    package init?(tag: some StringProtocol) {
        guard let primary = tag.split(separator: "-").first else { return nil }
        self.init(rawValue: primary.lowercased())
    }

    /// The best of ours for an `Accept-Language` header (RFC 9110 §12.5.4); English if none fits.
    /// At most 32 ranges are looked at; what cannot be read is passed over.
    package static func negotiated(_ header: String?) -> Language {
        guard let header else { return .en }
        var best: (language: Language, quality: Double) = (.en, 0)
        for range in header.utf8.prefix(2048).split(separator: UInt8(ascii: ",")).prefix(32) {
            let parts = String(decoding: range, as: UTF8.self).split(separator: ";").map { part in
                part.split(whereSeparator: { $0 == " " || $0 == "\t" })
            }
            // A blank within a tag makes it none.
            guard let tag = parts.first, tag.count == 1, let language = Language(tag: tag[0]) else { continue }
            var quality = 1.0
            for parameter in parts.dropFirst().map({ $0.joined() }) where parameter.hasPrefix("q=") {
                quality = Double(parameter.dropFirst(2)) ?? 0
            }
            if quality.isFinite, quality <= 1, quality > best.quality { best = (language, quality) }
        }
        return best.language
    }
}
