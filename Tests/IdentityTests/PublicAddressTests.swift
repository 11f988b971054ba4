import Testing

@testable import Identity

@Suite("Addresses of the open internet")
struct PublicAddressTests {
    @Test(
        "no request of ours reaches this machine, its neighbours or a cloud's metadata",
        arguments: [
            [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 255, 255], [192, 168, 1, 1], [169, 254, 169, 254],
            [0, 0, 0, 0], [100, 64, 0, 1], [224, 0, 0, 1], [255, 255, 255, 255], [198, 18, 0, 1],
        ] as [[UInt8]])
    func closed(_ bytes: [UInt8]) { #expect(!PublicAddress.isPublic(bytes)) }

    @Test("others may be asked", arguments: [[8, 8, 8, 8], [172, 32, 0, 1], [100, 128, 0, 1], [193, 0, 0, 1]] as [[UInt8]])
    func open(_ bytes: [UInt8]) { #expect(PublicAddress.isPublic(bytes)) }

    @Test("an IPv4 address inside an IPv6 one counts as itself")
    func inside() {
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
        #expect(!PublicAddress.isPublic(mapped + [127, 0, 0, 1]))
        #expect(PublicAddress.isPublic(mapped + [8, 8, 8, 8]))
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)
        #expect(!PublicAddress.isPublic(translated + [10, 0, 0, 1]))
        let carried: [UInt8] = [0x20, 0x02, 169, 254, 169, 254] + [UInt8](repeating: 0, count: 10)
        #expect(!PublicAddress.isPublic(carried))
    }

    @Test("of IPv6 only global unicast is open")
    func six() {
        let rest = [UInt8](repeating: 0, count: 11)
        #expect(PublicAddress.isPublic([0x20, 0x01, 0x48, 0x60] + rest + [1]))
        #expect(!PublicAddress.isPublic([0, 0, 0, 0] + rest + [1]))
        #expect(!PublicAddress.isPublic([0xFE, 0x80, 0, 0] + rest + [1]))
        #expect(!PublicAddress.isPublic([0xFC, 0, 0, 0] + rest + [1]))
        #expect(!PublicAddress.isPublic([0x20, 0x01, 0x0D, 0xB8] + rest + [1]))
        #expect(!PublicAddress.isPublic([1, 2, 3]))
    }
}
