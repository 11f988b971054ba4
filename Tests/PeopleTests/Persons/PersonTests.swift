import Base
import People
import Testing

@Suite("Person")
struct PersonTests {
    @Test(
        "addresses with one @ and a dotted domain pass",
        arguments: ["a@b.c", "Brian.Li+gma@tsinghua.edu.cn", "o'neil@example.org"])
    func emails(text: String) { #expect(Person.isEmail(text)) }

    @Test(
        "others do not",
        arguments: ["", "a", "a@b", "@b.c", "a@b..c", "a b@c.d", "a@b@c.d", "a@b.c\nBcc: x@y.z", "<a@b.c>", "a@-b.c", "ä@b.c"])
    func none(text: String) { #expect(!Person.isEmail(text)) }

    @Test("lists sort by the sort key, else the Latin form, else the name") func sorting() {
        let id = Identifier(at: Instant(seconds: 1))
        #expect(Person(id: id, name: "李路明").sorting == "李路明")
        #expect(Person(id: id, name: "李路明", latin: "Li Luming").sorting == "Li Luming")
        #expect(Person(id: id, name: "Ludwig van Beethoven", latin: "x", sortKey: "Beethoven").sorting == "Beethoven")
    }
}
