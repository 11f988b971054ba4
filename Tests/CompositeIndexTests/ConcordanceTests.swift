import CompositeIndex
import Testing

@Suite struct ConcordanceTests {
    @Test("one order is 1, opposite orders are 0")
    func ends() {
        #expect(Concordance(of: [[1, 2, 3], [10, 20, 30], [0, 5, 9]]).coefficient == 1)
        let opposite = Concordance(of: [[1, 2, 3], [3, 2, 1]])
        #expect(opposite.coefficient == 0 && opposite.p == 1)
    }

    @Test("one judge, or judges who make no difference, agree on nothing")
    func none() {
        #expect(Concordance(of: [[1, 2, 3]]).coefficient.isNaN)
        #expect(Concordance(of: [[1, 1], [2, 2]]).coefficient.isNaN)
        #expect(Concordance(of: [[1, 2], [2]]).coefficient.isNaN)
    }
}
