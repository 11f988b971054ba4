import Testing

@testable import Measure

@Suite struct ScoreStepsTests {
    @Test("Six steps of the same width hold every score, ends included")
    func steps() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let steps = ScoreSteps(view, nodes: [view.index])
        #expect(steps.step(steps.low) == 1 && steps.step(steps.high) == 6)
        #expect(view.counted.allSatisfy { row in view.score(row, view.index).map { (1...6).contains(steps.step($0)) } ?? true })
        #expect(steps.ranges.count == 6 && steps.ranges[0].low == steps.low)
    }
}
