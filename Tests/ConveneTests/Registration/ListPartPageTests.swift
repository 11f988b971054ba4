import Testing

@testable import Convene

@Suite struct ListPartPageTests {
    @Test("each page has its part, and a page that there is not is the first")
    func parts() {
        let all = Array(0..<250)
        #expect(Array(ListPartPage(1, of: 250).of(all)) == Array(0..<100))
        #expect(Array(ListPartPage(3, of: 250).of(all)) == Array(200..<250))
        for number in [4, 0, -1, .max, .min] { #expect(Array(ListPartPage(number, of: 250).of(all)) == Array(0..<100)) }
        #expect(ListPartPage(1, of: 0).of([Int]()).isEmpty && ListPartPage(2, of: 100).number == 1)
    }
}
