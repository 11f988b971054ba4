import Base

/// One question of a form. Its identifier stays the same from version to version, so that answers can be compared and carried
/// over.
package struct Question: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        case text, paragraph, number, date, choice, choices, country, language, organisation, file, consent
        package var hasOptions: Bool { self == .choice || self == .choices }
        /// Whether other questions may depend on what is answered here: the answer is one of few words.
        package var isDependable: Bool { hasOptions || self == .consent || self == .country }
    }

    /// What a browser may fill in by itself: the autofill field names of HTML.
    package enum Fill: String, CaseIterable, Sendable, Codable, Hashable {
        case phone = "tel"
        case birthday = "bday"
        case address = "street-address"
        case position = "organization-title"
    }

    /// What a file may be; told by its content.
    package enum FileKind: String, CaseIterable, Sendable, Codable, Hashable {
        case pdf, picture, document
        package var types: [String] {
            switch self {
            case .pdf: ["application/pdf"]
            case .picture: ["image/jpeg", "image/png", "image/webp"]
            case .document:
                [
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.oasis.opendocument.text",
                ]
            }
        }
        /// The same in every language.
        package var label: String {
            switch self {
            case .pdf: "PDF"
            case .picture: "JPEG, PNG, WebP"
            case .document: "DOCX, ODT"
            }
        }
    }

    package struct Option: Hashable, Sendable, Codable {
        /// Lower case letters, digits and hyphens. It is what is stored, and stays when the label is mended.
        package var code: String
        package var label: Localized
        package init(_ code: String, _ label: Localized) {
            self.code = code
            self.label = label
        }
    }

    package struct Limits: Hashable, Sendable, Codable {
        /// The most characters of a text.
        package var longest: Int?
        /// The smallest number, or how many options at least.
        package var least: Int?
        package var most: Int?
        package var files: [FileKind]
        /// The largest file, in MiB.
        package var megabytes: Int?
        package init(
            longest: Int? = nil, least: Int? = nil, most: Int? = nil, files: [FileKind] = [], megabytes: Int? = nil
        ) {
            self.longest = longest
            self.least = least
            self.most = most
            self.files = files
            self.megabytes = megabytes
        }
        package static let none = Limits()
    }

    /// The question is asked only of those who gave one of these answers to an earlier one.
    package struct Condition: Hashable, Sendable, Codable {
        package var question: Identifier
        /// Codes of options, codes of countries, or `yes` and `no` for a consent.
        package var oneOf: [String]
        package init(_ question: Identifier, oneOf: [String]) {
            self.question = question
            self.oneOf = oneOf
        }
    }

    package var id: Identifier
    package var kind: Kind
    /// What is asked; for a consent the sentence that is agreed to.
    package var label: Localized
    /// Markdown, below the label; for a consent the rest of its wording.
    package var help: Localized
    package var isRequired: Bool
    /// Only the desk sees it, and only the desk fills it.
    package var isInternal: Bool
    package var options: [Option]
    package var limits: Limits
    package var condition: Condition?
    package var fill: Fill?

    package init(
        id: Identifier, kind: Kind, label: Localized, help: Localized = .empty, isRequired: Bool = false,
        isInternal: Bool = false, options: [Option] = [], limits: Limits = .none, condition: Condition? = nil, fill: Fill? = nil
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.help = help
        self.isRequired = isRequired
        self.isInternal = isInternal
        self.options = options
        self.limits = limits
        self.condition = condition
        self.fill = fill
    }

    package func option(_ code: String) -> Option? { options.first { $0.code == code } }

    /// The words that somebody agrees to, in all their languages: what a consent's digest is made of.
    package var wording: [Localized] { [label, help] }

    /// The most characters that an answer may have.
    package var longest: Int { limits.longest ?? (kind == .paragraph ? 2000 : 200) }
    package static let longestParagraph = 10_000
    package static let mostMegabytes = 10
    /// The most bytes that a file may have.
    package var fileBytes: Int { (limits.megabytes ?? 5) << 20 }
    package var fileKinds: [FileKind] { limits.files.isEmpty ? [.pdf, .picture] : limits.files }

    /// One to forty lower case letters, digits and single hyphens inside.
    package static func isCode(_ text: String) -> Bool {
        guard (1...40).contains(text.utf8.count), !text.hasPrefix("-"), !text.hasSuffix("-"), !text.contains("--") else {
            return false
        }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }
}
