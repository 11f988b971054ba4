import Base
import HTML
import Testing

@testable import Convene

@Suite("Templates of letters")
struct MailTemplateTests {
    private static func faults(_ text: String, for occasion: MailOccasion = .confirmed, isLine: Bool = false) -> [MailTemplate
        .Fault]
    {
        do {
            _ = try MailTemplate(text, for: occasion, isLine: isLine)
            return []
        } catch { return (error as? MailTemplate.Faults)?.all ?? [] }
    }
    private static func written(_ text: String, _ values: [MailField: String] = [:]) throws -> String {
        try MailTemplate(text, for: .confirmed).text { values[$0] ?? "" }
    }

    @Test("fields are filled, double braces stand for one, nothing in a value is looked into")
    func filled() throws {
        #expect(try Self.written("Hello {name}!", [.name: "Ana"]) == "Hello Ana!")
        #expect(try Self.written("{{name}} {{{name}}}", [.name: "Ana"]) == "{name} {Ana}")
        #expect(try Self.written("{name}", [.name: "{event} {{"]) == "{event} {{")
        #expect(try Self.written("a\r\nb\n\nc") == "a\nb\n\nc")
    }

    @Test("a line whose fields are all empty is left out, others stay")
    func empty() throws {
        let text = "A\nInvoice: {invoice}\n{number} {place}\n\nB"
        #expect(try Self.written(text, [.number: "7"]) == "A\n7 \n\nB")
        #expect(try Self.written(text, [.invoice: "R-1"]) == "A\nInvoice: R-1\n\nB")
        #expect(try Self.written("A\n\n{invoice}\n{price}\n\nB\n\n\nC") == "A\n\nB\n\n\nC")
        #expect(try Self.written("{invoice}\n\nB") == "B")
    }

    @Test(
        "what names no field is refused with its place, and never run",
        arguments: [
            "{event.__init__}", "{name!r}", "{name:>9999999}", "{0}", "{}", "{ name }", "{NAME}", "{name[0]}", "{name.__class__}",
            "#{name.x}", "${7*7}", "{{{{{7*7}}}}}", "{%if x%}", "{% raw %}{x}", "{$name}", "{\"a\":1}", "{name,event}",
            "{secret}", "{take}", "{naïve}", "{nаme}", "{name\u{200B}}", "{/name}", "{#each}", "{>partial}", "{=1+1}",
        ])
    func unknown(text: String) {
        let faults = Self.faults("Dear all,\n \(text)")
        #expect(faults.contains { $0.kind == .unknown && $0.line == 2 && $0.column >= 2 }, "\(faults)")
    }

    @Test(
        "what looks like another program's template is plain text",
        arguments: ["<%= 7*7 %>", "$name", "%s %n", "#name", "`id`", "$(id)"])
    func plain(text: String) throws {
        #expect(try Self.written(text) == text)
    }

    @Test("braces that do not match are told by line and column")
    func braces() {
        #expect(Self.faults("{") == [MailTemplate.Fault(kind: .unclosed, line: 1, column: 1, found: "{")])
        #expect(Self.faults("é{name\n}").map(\.kind) == [.unclosed, .stray])
        #expect(Self.faults("é{name\n}").map(\.column) == [2, 1])
        #expect(Self.faults("é{name\n}").map(\.line) == [1, 2])
        #expect(Self.faults("{a{name}").map(\.kind) == [.unclosed])
        #expect(Self.faults("{{") == [])
        #expect(Self.faults("}").map(\.kind) == [.stray])
        #expect(Self.faults(String(repeating: "{", count: 999)).count == 1)
        #expect(Self.faults(String(repeating: "}x", count: 999)).count == 10)
    }

    @Test("each letter has its fields: an address that belongs to somebody else by then is in none")
    func allowed() {
        #expect(Self.faults("{until} {take} {pass}", for: .offered).isEmpty)
        #expect(Self.faults("{until}", for: .confirmed).map(\.kind) == [.unknown])
        #expect(Self.faults("{position}", for: .waiting).isEmpty)
        #expect(Self.faults("{page}", for: .passedOn).map(\.kind) == [.unknown])
        #expect(MailOccasion.allCases.allSatisfy { $0.fields.contains(.name) && $0.fields.contains(.event) })
    }

    @Test(
        "no template and no value makes a second line of a subject", arguments: ["\r\n", "\n", "\r", "\0", "\u{2028}", "\u{85}"])
    func headers(ending: String) throws {
        #expect(!Self.faults("A\(ending)Bcc: b@example.org", isLine: true).isEmpty || ending == "\u{2028}" || ending == "\u{85}")
        let line = MailTemplate(lenient: "To {name}\(ending)Bcc: b@example.org").line { _ in "Ana\(ending)Cc: c@example.org" }
        #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{2028}" })
        #expect(line.hasPrefix("To Ana Cc: c@example.org"))
    }

    @Test("a subject stays short however long a name is; a text that is too long is refused before it is read")
    func long() throws {
        let name = String(repeating: "名", count: 2_000)
        let line = try MailTemplate("{name}", for: .confirmed, isLine: true).line { _ in name }
        #expect(line.utf8.count <= 800 && !line.isEmpty)
        #expect(Self.faults(String(repeating: "x", count: 201), isLine: true).map(\.kind) == [.tooLong])
        #expect(Self.faults(String(repeating: "x", count: 20_001)).map(\.kind) == [.tooLong])
        #expect(Self.faults(String(repeating: "名", count: 20_000)).isEmpty)
        #expect(Self.faults("a" + String(repeating: "\u{301}", count: 2_000_000)).map(\.kind) == [.tooLong])
    }

    @Test("the house's own wordings are templates in every language", arguments: MailOccasion.worded)
    func standard(occasion: MailOccasion) throws {
        for language in Language.allCases {
            let wording = RegistrationLetters.standard(occasion, EventWorld.book.words(language))
            let read = wording.reading(language)
            #expect(read.language == language && !read.text.contains("mailing.default"))
            let text = try MailTemplate(read.text, for: occasion)
            _ = try MailTemplate(read.subject, for: occasion, isLine: true)
            #expect(text.fields.contains(.name) && text.fields.contains(.event))
            if occasion != .passedOn {
                #expect(text.fields.contains(.page) || text.fields.contains(.take) || text.fields.contains(.programme))
            }
            if occasion == .offered { #expect(text.fields.isSuperset(of: [.take, .pass, .until])) }
        }
    }
}
