import Base

/// What a file tells of itself. Nothing of it comes from the clock: the same values give the same bytes.
package struct PaperInfo: Hashable, Sendable {
    package let title: String
    package let author: String
    /// BCP 47 of the whole; it decides the direction of the page.
    package let language: String
    package let created: Instant

    package init(title: String, author: String, language: String, created: Instant) {
        self.title = title
        self.author = author
        self.language = PaperLanguage.checked(language) ?? "und"
        self.created = created
    }

    var isRightToLeft: Bool { PaperLanguage.isRightToLeft(language) }
}

/// A thing that can be printed: badges, a ticket, a sign, a list, a letter, a certificate.
package protocol PaperWork: Sendable {
    var info: PaperInfo { get }
    var size: PaperSize { get }
    /// Whether a letter that no font has is a reason not to print. A certificate says yes. Where many people are on one
    /// file, one name with a rare letter must not keep the others from theirs: it is printed as Pango marks it, and told.
    var refusesMissingGlyphs: Bool { get }
    /// Whether it takes much longer than one sheet.
    var isLong: Bool { get }
    func draw(on canvas: Canvas) throws
}

extension PaperWork {
    package var isLong: Bool { false }
}

/// A finished file.
package struct PrintedPaper: Sendable {
    package let bytes: [UInt8]
    package let pages: Int
    /// Texts with letters that no font has; look at them before you hand them out.
    package let missing: [String]
    /// Where everything came to lie, for whoever checks it.
    let placements: [Placement]
    let shapes: [Placement]
}

/// A text or a code on a page: what it was given and what it took.
struct Placement: Hashable, Sendable {
    let page: Int
    let text: String
    /// Where it may be; on the sheet as one looks at it, not mirrored.
    let field: PaperBox
    /// Where it has ink.
    let ink: PaperBox
    /// In points; of a code, that of a module.
    let size: Double
    /// None: a code, with its quiet zone.
    let lines: Int
}
