/// A block of a Markdown text, for whoever writes something else than pages of it.
package indirect enum MarkdownBlock: Hashable, Sendable {
    /// The highest level is 1, and none is skipped.
    case heading(level: Int, [MarkdownRun])
    case paragraph([MarkdownRun])
    /// `start` is the first number; nil: bullets.
    case list(start: Int?, items: [[MarkdownBlock]])
    case quote([MarkdownBlock])
    /// Each row has as many cells as the head.
    case table(head: [[MarkdownRun]], rows: [[[MarkdownRun]]])
    /// `info` is what stands beside the opening fence; `line` is the fence's in the text, the first being 1.
    case code(info: String, text: String, line: Int)
    case rule
}

/// Words of one form. A hard line break is a line feed within a run.
package struct MarkdownRun: Hashable, Sendable {
    package var text: String
    package var isStrong: Bool
    package var isEmphasis: Bool
    package var isCode: Bool
    package var isStruck: Bool
    /// http, https or mailto; anything else was left out.
    package var link: String?

    package init(
        text: String, isStrong: Bool = false, isEmphasis: Bool = false, isCode: Bool = false, isStruck: Bool = false,
        link: String? = nil
    ) {
        self.text = text
        self.isStrong = isStrong
        self.isEmphasis = isEmphasis
        self.isCode = isCode
        self.isStruck = isStruck
        self.link = link
    }
}
