import CompositeIndex
import Testing

@Suite struct SurvivalFunctionsTests {
    private func near(_ ours: Double, _ theirs: Double) -> Bool { abs(ours - theirs) <= 1e-12 * abs(theirs) }

    @Test("the tail of chi-square, near and far")
    func chiSquare() {
        #expect(near(SurvivalFunctions.chiSquare(3.5, degrees: 2), 0.1737739434504451))
        #expect(near(SurvivalFunctions.chiSquare(100, degrees: 45), 4.676864635366609e-06))
        #expect(near(SurvivalFunctions.chiSquare(0.5, degrees: 10), 0.999993388289439))
        #expect(near(SurvivalFunctions.chiSquare(600, degrees: 28), 1.3775987433532398e-108))
        #expect(SurvivalFunctions.chiSquare(0, degrees: 3) == 1 && SurvivalFunctions.chiSquare(.infinity, degrees: 3) == 0)
        #expect(SurvivalFunctions.chiSquare(.nan, degrees: 3).isNaN)
    }

    @Test("both tails of Student's t and of the normal")
    func student() {
        #expect(near(SurvivalFunctions.studentTwoSided(2.5, degrees: 9), 0.033861827682985735))
        #expect(near(SurvivalFunctions.studentTwoSided(-0.1, degrees: 49), 0.9207523525851034))
        #expect(near(SurvivalFunctions.studentTwoSided(12, degrees: 3), 0.0012450158007893362))
        #expect(SurvivalFunctions.studentTwoSided(.infinity, degrees: 3) == 0)
        #expect(near(SurvivalFunctions.normalTwoSided(-1.96), 0.04999579029644087))
    }

    @Test("the incomplete gamma and beta functions")
    func incomplete() {
        #expect(near(SurvivalFunctions.upperGamma(0.5, 0.2), 0.5270892568655381))
        #expect(near(SurvivalFunctions.regularisedBeta(0.4, 2, 3), 0.5248))
        #expect(near(SurvivalFunctions.regularisedBeta(0.99, 30, 0.5), 0.43933436890525074))
        #expect(SurvivalFunctions.upperGamma(-1, 1).isNaN && SurvivalFunctions.regularisedBeta(2, 1, 1).isNaN)
    }
}
