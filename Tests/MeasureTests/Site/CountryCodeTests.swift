import HTML
import Testing

@testable import Measure

@Suite struct CountryCodeTests {
    @Test("Three letters become two, and those have a place on the map")
    func codes() {
        #expect(CountryCode.short("CHN") == "CN" && CountryCode.short("ZWE") == "ZW" && CountryCode.short("XXX") == nil)
        #expect(CountryCode.short("CN") == nil)
        #expect(CountryCode.short("MEX").flatMap { CountryPoint.of($0) } != nil)
    }
}
