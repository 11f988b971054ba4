/// A label and what it says: When, Where, Category, Number.
package struct PaperFact: Hashable, Sendable {
    package let label: PaperText
    package let values: [PaperText]
    package init(_ label: PaperText, _ values: PaperText...) {
        self.label = label
        self.values = values
    }
    package init(_ label: PaperText, _ values: [PaperText]) {
        self.label = label
        self.values = values
    }
}

/// A line of a programme.
package struct PaperSession: Hashable, Sendable {
    package let time: PaperText
    package let title: PaperText
    /// Beneath the title: room, speakers, length.
    package let note: PaperText?
    package init(time: PaperText, title: PaperText, note: PaperText? = nil) {
        self.time = time
        self.title = title
        self.note = note
    }
}

/// Who signs, with an office; room is left for the hand.
package struct PaperSignatory: Hashable, Sendable {
    package let name: PaperText
    package let office: [PaperText]
    package init(name: PaperText, office: [PaperText] = []) {
        self.name = name
        self.office = office
    }
}

/// How anyone can find out whether a paper is genuine.
package struct PaperVerification: Hashable, Sendable {
    /// "Anyone can check this certificate at"
    package let explanation: PaperText
    /// The address as it is to be read and typed.
    package let address: String
    /// What the code holds: mostly the address with its scheme.
    package let code: String
    package init(explanation: PaperText, address: String, code: String) {
        self.explanation = explanation
        self.address = address
        self.code = code
    }
}

/// A person's name: as it is written, and its Latin form where that is another.
package struct PaperName: Hashable, Sendable {
    package let written: PaperText
    package let latin: PaperText?
    /// A Latin form that says the same is left out.
    package init(_ written: PaperText, latin: PaperText? = nil) {
        self.written = written
        self.latin = latin.flatMap { $0.text.isEmpty || $0.text.utf8.elementsEqual(written.text.utf8) ? nil : $0 }
    }
}
