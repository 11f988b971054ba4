import Testing

@testable import Convene

@Suite struct AttendanceAddressesTests {
    @Test("addresses are found in lists and in tables, each once, in small letters")
    func finds() {
        let text = """
            Name (Original Name)\tUser Email\tTotal Duration (Minutes)
            Ana Ruiz\tAna.Ruiz@People.example\t84
            "Nguyễn, Thị",thi+zoom@people.example,12
            "Li Wei" <wei@people.example>; <mailto:o'neil@people.example>, ana.ruiz@people.example.
            \u{202b}نور|noor@مثال.example|\r\nlast@people.example
            """
        #expect(
            AttendanceAddresses(text).all == [
                "ana.ruiz@people.example", "thi+zoom@people.example", "wei@people.example", "o'neil@people.example",
                "noor@مثال.example", "last@people.example",
            ])
    }

    @Test(
        "what is no address is passed over",
        arguments: [
            "", "Ana Ruiz", "@", "a@", "@b", "a@b@c", "'@'", "..@", String(repeating: "a", count: 65) + "@people.example",
            "a@" + String(repeating: "b", count: 260),
        ])
    func passes(_ text: String) { #expect(AttendanceAddresses(text).all == []) }

    @Test("a long list is read at once")
    func long() {
        let all = (0..<20_000).map { "p\($0)@people.example" }
        #expect(AttendanceAddresses(all.joined(separator: "\n")).all == all)
    }
}
