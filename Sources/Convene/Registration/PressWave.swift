/// Whether presses come so quickly that those who press must be answered before anything else is done for them: on few cores the
/// two are in each other's way. For half a second at most, then those who wait are served whatever comes.
struct PressWave: Sendable, Equatable {
    /// More presses than that in a beat, which is 1,000 a second, are a wave.
    static let high = 50
    static let longest = 10

    private(set) var isRising = false
    private var beats = 0
    private var came = 0

    /// Once a beat. `came`: how many have come in all.
    mutating func beat(came: Int) {
        let isHigh = came - self.came > PressWave.high
        self.came = came
        beats = isHigh ? beats + 1 : 0
        isRising = isHigh && beats <= PressWave.longest
    }
}
