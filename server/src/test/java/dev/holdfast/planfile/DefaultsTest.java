package dev.holdfast.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.planner.Event;
import dev.holdfast.planner.LocationId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{} | {'asOf':'2026-11-22T09:00:00Z','settings':null,'policy':{},'stock':[],'events':null}",
                "{'settings':{}} | {'settings':{'timeZone':'UTC','handlingDays':0,'workingDays':['SUN','MON','TUE','WED','THU','FRI','SAT','MON'],'holidays':[],'locations':[],'queueBy':'PLACED'}}",
                "{'policy':{'V':{}}} | {'policy':{'V':{'sell':'DENY','limit':3},'W':null}}",
                "{'stock':[{'variant':'V','onHand':1}]} | {'stock':[{'variant':'V','location':'main','onHand':1,'safetyStock':-0,'offer':null}]}",
                "{'settings':{'locations':['b','a']},'inbound':[{'id':'p','variant':'V','quantity':1}]} | {'settings':{'locations':['b','a']},'inbound':[{'id':'p','variant':'V','location':'b','quantity':1,'expectedOn':null,'offer':null}]}",
                "{'offers':[{'id':'o','variants':['V','V']}]} | {'offers':[{'id':'o','variants':['V'],'cap':null,'perCustomer':null,'perOrder':null,'opens':null,'closes':null,'shipped':0,'ships':null}]}",
                "{'offers':[{'id':'o','variants':['V'],'ships':{'on':'2027-01-01'}}]} | {'offers':[{'id':'o','variants':['V'],'ships':{'on':'2027-01-01','afterDays':null,'from':null,'until':null}}]}",
                "{'asOf':'2026-01-02T03:04:05Z','demand':[{'id':'a','variant':'V','quantity':1}]} | {'asOf':'2026-01-02T03:04:05Z','demand':[{'id':'a','order':'a','customer':null,'variant':'V','quantity':1,'placedAt':'2026-01-02T04:04:05.000+01:00','priority':0,'offer':null,'promisedOn':null,'locations':null,'splitting':'SPLIT','firm':null}]}",
                "{'demand':[{'id':'a','variant':'V','quantity':1,'firm':[{'quantity':1}]}]} | {'demand':[{'id':'a','variant':'V','quantity':1,'firm':[{'location':'main','quantity':1}]}]}",
                "{'events':[{'place':{'order':'1','lines':[{'id':'a','variant':'V','quantity':1}]}}]} | {'events':[{'place':{'order':'1','customer':null,'placedAt':'2026-11-22T09:00:00Z','priority':0,'splitting':'SPLIT','lines':[{'id':'a','variant':'V','quantity':1,'offer':null,'locations':null}]},'cancel':null}]}",
                "{'events':[{'receive':{'variant':'V','quantity':1}}]} | {'events':[{'receive':{'variant':'V','location':'main','quantity':1,'inbound':null,'closes':false}}]}",
                "{'events':[{'ship':{'line':'a','quantity':1}},{'count':{'variant':'V','onHand':1}}]} | {'events':[{'ship':{'line':'a','quantity':1,'location':'main'}},{'count':{'variant':'V','location':'main','offer':null,'onHand':1}}]}",
            })
    void what_is_left_out_is_the_same_as_its_default(String leftOut, String writtenOut) {
        assertThat(read(leftOut)).isEqualTo(read(writtenOut));
    }

    @Test
    void goods_arrive_where_their_delivery_was_expected_unless_the_receipt_says_otherwise() {
        String file = """
                {'inbound':[{'id':'p','variant':'V','location':'outlet','quantity':5}],
                 'events':[{'receive':{'variant':'V','quantity':1,'inbound':'p'}},
                           {'receive':{'variant':'V','quantity':1,'inbound':'p','location':'main'}}]}
                """;
        assertThat(read(file).events())
                .map(event -> ((Event.Receive) event).location())
                .containsExactly(new LocationId("outlet"), new LocationId("main"));
    }

    @Test
    void the_ends_of_every_range_are_in_it() {
        String file = """
                {'asOf':'2999-12-31T23:59:59.999999999Z',
                 'settings':{'handlingDays':365,'holidays':['2000-01-01','2999-12-31']},
                 'stock':[{'variant':'V','onHand':1000000000,'safetyStock':1000000000}],
                 'offers':[{'id':'o','variants':['V'],'cap':0,'opens':'2000-01-01T00:00:00Z','ships':{'afterDays':3650}},
                           {'id':'w','variants':[],'ships':{'from':'2999-12-31','until':'2999-12-31'}}],
                 'demand':[{'id':'','variant':'','quantity':0,'priority':-1000000000},
                           {'id':'b','variant':'V','quantity':1000000000,'priority':1000000000,'offer':'o'}],
                 'events':[{'adjust':{'variant':'V','delta':-1000000000}},{'adjust':{'variant':'V','delta':1000000000}}]}
                """;
        assertThat(result(file)).contains("\"open\":1000000000", "\"shipOn\":\"3009-12-29\"");
    }

    @Test
    void units_may_add_up_to_more_than_any_one_row_may_have() {
        assertThat(result("{'events':[" + "{'receive':{'variant':'V','quantity':1000000000}},".repeat(10)
                        + "{'receive':{'variant':'V','quantity':0}}]}"))
                .contains("\"onHand\":10000000000");
    }

    @Test
    void any_string_is_an_id_and_comes_back_as_it_went_in() {
        String result =
                result("{'stock':[{'variant':'a\\\\ud83d b\\\\ud83d\\\\ude00 \\\\u0000/é \\\\ude00','onHand':1}]}");
        assertThat(result).contains("\"variant\":\"a\\ud83d b\uD83D\uDE00 \\u0000/é \\ude00\"");
    }

    private static PlanFile read(String document) {
        return Samples.read(document.replace('\'', '"').replace("\\\\", "\\"));
    }

    private static String result(String document) {
        return new String(PlanResult.line(read(document).plan()), StandardCharsets.UTF_8);
    }
}
