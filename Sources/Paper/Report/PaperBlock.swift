/// Words of one form within a paragraph. A line feed is a hard line break.
package struct PaperRun: Hashable, Sendable {
    package var text: String
    package var isStrong: Bool
    package var isEmphasis: Bool
    package var isCode: Bool
    /// An address; the words lead there.
    package var link: String?

    package init(
        text: String, isStrong: Bool = false, isEmphasis: Bool = false, isCode: Bool = false, link: String? = nil
    ) {
        self.text = text
        self.isStrong = isStrong
        self.isEmphasis = isEmphasis
        self.isCode = isCode
        self.link = link
    }

    package init(_ text: String) { self.init(text: text) }
}

/// A part of a report, beneath the one before.
package indirect enum PaperBlock: Hashable, Sendable {
    /// The highest level is 1.
    case heading(level: Int, [PaperRun])
    case paragraph([PaperRun])
    /// `start` is the first number; nil: bullets.
    case list(start: Int?, items: [[PaperBlock]])
    case quote([PaperBlock])
    /// Numeric columns stand at their end; columns without a flag are words.
    case table(head: [[PaperRun]], rows: [[[PaperRun]]], isNumeric: [Bool])
    case code(String)
    case rule
    case chart(PaperChart)
}
