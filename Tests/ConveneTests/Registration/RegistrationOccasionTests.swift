import Testing

@testable import Convene

@Suite struct RegistrationOccasionTests {
    @Test("every state that somebody can be told of has its letter")
    func states() {
        for state in Registration.State.allCases where state != .held {
            #expect(RegistrationOccasion(state).rawValue == state.rawValue)
        }
    }
}
