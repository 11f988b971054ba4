/// Whether presses come so quickly that those who press must be answered before anything else is done for them: on few cores the
/// two are in each other's way. For half a second at most, then those who wait are served whatever comes.
struct PressWave: Sendable, Equatable {
    /// More presses than that in a beat, which is 1,000 a second, are a wave, where the line is long already.
    static let high = 50
    static let longest = 10

    private(set) var isRising = false
    private var beats = 0
    private var came = 0

    /// The line is watched from now on. `came`: how many have come in all.
    mutating func begin(came: Int) { self = PressWave(came: came) }

    init(came: Int = 0) { self.came = came }

    /// With each press. A wave is known by those with whom it comes; waiting for the beat would be begun for hundreds.
    mutating func press(came: Int, isLong: Bool) {
        if isLong, beats < PressWave.longest, came - self.came > PressWave.high { isRising = true }
    }

    /// Once a beat.
    mutating func beat(came: Int, isLong: Bool) {
        let isHigh = isLong && came - self.came > PressWave.high
        self.came = came
        beats = isHigh ? beats + 1 : 0
        isRising = isHigh && beats <= PressWave.longest
    }
}
