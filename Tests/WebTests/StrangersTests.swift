import Testing

@testable import Web

@Suite struct StrangersTests {
    @Test("who was a stranger stays one; there are never more than the most")
    func bounds() {
        let strangers = Strangers()
        #expect(!strangers.contains("a"))
        strangers.insert("a")
        strangers.insert("a")
        #expect(strangers.contains("a") && strangers.count == 1)
        for number in 0..<(Strangers.most + 5) { strangers.insert("\(number)") }
        #expect(strangers.count <= Strangers.most)
        #expect(strangers.contains("\(Strangers.most + 4)"))
    }
}
