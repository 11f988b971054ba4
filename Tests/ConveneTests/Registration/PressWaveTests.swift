import Testing

@testable import Convene

@Suite struct PressWaveTests {
    private static func rising(_ presses: [Int]) -> [Bool] {
        var wave = PressWave()
        var came = 0
        return presses.map { more in
            came += more
            wave.beat(came: came)
            return wave.isRising
        }
    }

    @Test("a wave rises while more come than could be served, and is over with the first calm beat")
    func rises() {
        #expect(Self.rising([0, 50, 51, 900, 50, 51]) == [false, false, true, true, false, true])
    }

    @Test("whoever waits is served after half a second, whatever comes")
    func ends() {
        #expect(
            Self.rising(Array(repeating: 500, count: 14)) == Array(repeating: true, count: 10) + Array(repeating: false, count: 4)
        )
    }
}
