import Testing

@testable import Convene

@Suite struct PressWaveTests {
    private static func rising(_ presses: [Int], isLong: Bool = true) -> [Bool] {
        var wave = PressWave()
        var came = 0
        return presses.map { more in
            came += more
            wave.beat(came: came, isLong: isLong)
            return wave.isRising
        }
    }

    @Test("a wave rises while more come than could be served, and is over with the first calm beat")
    func rises() {
        #expect(Self.rising([0, 50, 51, 900, 50, 51]) == [false, false, true, true, false, true])
    }

    @Test("many who are all served in time are no wave")
    func served() {
        #expect(Self.rising([51, 900, 51], isLong: false) == [false, false, false])
    }

    @Test("whoever waits is served after half a second, whatever comes")
    func ends() {
        #expect(
            Self.rising(Array(repeating: 500, count: 14)) == Array(repeating: true, count: 10) + Array(repeating: false, count: 4)
        )
    }

    @Test("it is known within a beat, by those who came since the last; not once it has lasted as long as it may")
    func sudden() {
        var wave = PressWave(came: 7000)
        wave.press(came: 7050, isLong: true)
        #expect(!wave.isRising)
        wave.press(came: 7051, isLong: false)
        #expect(!wave.isRising)
        wave.press(came: 7051, isLong: true)
        #expect(wave.isRising)
        for beat in 1...11 { wave.beat(came: 7051 + 100 * beat, isLong: true) }
        wave.press(came: 8300, isLong: true)
        #expect(!wave.isRising)
        wave.begin(came: 8300)
        wave.press(came: 8351, isLong: true)
        #expect(wave.isRising)
    }
}
