using Heed.Analytics.Text;

namespace Heed.Analytics.Tests.Text;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("Write to jane.doe+x@mail.example.co.uk, please.", "Write to [e-mail], please.")]
    [InlineData("Thanks @some_name for nothing", "Thanks [@name] for nothing")]
    [InlineData("Refund to GB82 WEST 1234 5698 7654 32 today", "Refund to [bank account] today")]
    [InlineData("iban de89370400440532013000.", "iban [bank account].")]
    [InlineData("My card 4111 1111 1111 1111 was charged", "My card [card] was charged")]
    [InlineData("Ring me on +44 20 7946 0958 after six", "Ring me on [phone] after six")]
    [InlineData("Call 0171/1234567 or (555) 234-5678.", "Call [phone] or [phone].")]
    [InlineData("My phone number is 55 12 34", "My phone number is [phone]")]
    [InlineData("Order 4711-0815 and ref: AB12345 are lost", "Order [number] and ref: [number] are lost")]
    [InlineData("NHS number 943 476 5919", "NHS number [number]")]
    [InlineData("Kundennummer: 1234567", "Kundennummer: [number]")]
    [InlineData("It says 20231145998 on the parcel", "It says [number] on the parcel")]
    [InlineData("Spoke to Priya Shah and Mr. O'Neill", "Spoke to [name] and Mr. [name]")]
    [InlineData("I SPOKE TO Jürgen, my name is Ana de la Cruz.", "I SPOKE TO [name], my name is [name].")]
    [InlineData("Herr Müller und Frau von Stein waren nett", "Herr [name] und Frau [name] waren nett")]
    public void Personal_data_are_replaced_by_what_they_were(string remark, string redacted) =>
        Assert.Equal(redacted, Redaction.Of(remark).Text);

    [Theory]
    [InlineData("Booked for 01/02/2024 and moved to 03.04.2024.")]
    [InlineData("From 2024-01-02 to 2024-03-04, 10:30-12:45")]
    [InlineData("Since 2019-2020 it costs 1.250.000 or £12,500.00")]
    [InlineData("Paid $1234567.50 for 2 of 3 at 99.9%")]
    [InlineData("I waited 45 minutes, then 3 hours; 24/7 is a joke")]
    [InlineData("Version 10.0.14 of the app crashes")]
    [InlineData("Spoke to Customer Service and to someone on Monday")]
    [InlineData("Thank you The staff were kind. I am Very happy")]
    [InlineData("Flight BA2490 and seat 12A")]
    [InlineData("card 4111 1111 1111 1112")]
    [InlineData("meet me @ 6 or a@b")]
    public void Dates_amounts_times_and_plain_words_stay(string remark)
    {
        var redacted = Redaction.Of(remark);
        Assert.Equal(remark, redacted.Text);
        Assert.Empty(redacted.Removed);
    }

    [Fact]
    public void A_number_with_a_wrong_check_digit_is_no_bank_account() =>
        Assert.DoesNotContain(
            Redaction.Of("GB83 WEST 1234 5698 7654 32").Removed,
            removed => removed.Kind == PersonalData.Iban
        );

    [Fact]
    public void A_phone_beside_a_date_is_found_and_the_date_stays() =>
        Assert.Equal(
            "On 01/02/2024 [phone] rang, [phone] 03/04/2024",
            Redaction.Of("On 01/02/2024 0171 1234567 rang, 0171 1234567 03/04/2024").Text
        );

    [Fact]
    public void The_marks_are_where_it_says()
    {
        var redacted = Redaction.Of("Mr Smith wrote to a@b.org");
        Assert.Equal([PersonalData.Name, PersonalData.Email], redacted.Removed.Select(removed => removed.Kind));
        Assert.All(
            redacted.Removed,
            removed =>
                Assert.Equal(Redaction.Mark(removed.Kind), redacted.Text.Substring(removed.Start, removed.Length))
        );
        Assert.Equal(redacted.Text, Redaction.Of(redacted.Text).Text);
    }

    /// <summary>The limit that the documentation states.</summary>
    [Fact]
    public void A_name_without_a_cue_is_not_found() =>
        Assert.Equal("Priya was lovely", Redaction.Of("Priya was lovely").Text);

    [Theory]
    [InlineData("a", "@")]
    [InlineData("1", "x")]
    [InlineData("1 ", "")]
    [InlineData("a.", "@a")]
    [InlineData("01-", "@")]
    [InlineData("AB12", " ")]
    [InlineData("@", "")]
    [InlineData("Mr ", "\uD800")]
    public void A_megabyte_of_anything_is_read_in_bounded_time(string again, string end)
    {
        var remark = string.Concat(Enumerable.Repeat(again, (1 << 20) / again.Length)) + end;
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        Redaction.Of(remark);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }
}
