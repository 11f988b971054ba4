import Testing

@testable import Convene

@Suite struct MaterialLicenceTests {
    @Test("names and addresses are those of the licences")
    func names() {
        #expect(MaterialLicence.attribution.name == "CC BY 4.0")
        #expect(MaterialLicence.nonCommercialShareAlike.name == "CC BY-NC-SA 4.0")
        #expect(MaterialLicence.zero.name == "CC0 1.0")
        #expect(MaterialLicence.shareAlike.address == "https://creativecommons.org/licenses/by-sa/4.0/")
        #expect(MaterialLicence.zero.address == "https://creativecommons.org/publicdomain/zero/1.0/")
        #expect(Set(MaterialLicence.allCases.map(\.address)).count == MaterialLicence.allCases.count)
    }
}
