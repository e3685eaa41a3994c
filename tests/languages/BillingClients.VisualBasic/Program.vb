Imports System.Text.Json
Imports BillingClients
Imports BillingClients.Testing
Imports Microsoft.Extensions.DependencyInjection

Friend Module Program
    Async Function CreateAndChangeAsync(key As String, address As Uri) As Task(Of String)
        Using client = New FlexpriceCustomerClient(New FlexpriceOptions With {.ApiKey = key, .BaseAddress = address})
            Dim created = Await client.CreateAsync(New CustomerCreate With {.ExternalId = "crm-1815", .Name = "Ada Lovelace", .Phone = "+442071234567"})
            Dim ada = CustomerKey.FromExternalId("crm-1815")
            Dim changed = Await client.UpdateAsync(ada, New CustomerUpdate With {.Name = "Ada King", .Phone = [Optional](Of String).Null})
            Dim all = Await client.ListAsync().ToListAsync()

            Try
                Dim missing = Await client.GetAsync(CustomerKey.FromId("cust_missing"))
                Return $"found {missing.Name}"
            Catch notFound As BillingNotFoundException
                Return $"{created.Name}, now {changed.Name}, is one of {all.Count}"
            End Try
        End Using
    End Function

    Function Write(phone As String, exempt As Boolean?) As (Copy As CustomerCreate, Given As CustomerUpdate, Values As CustomerUpdate, Clear As CustomerUpdate)
        Dim create = New CustomerCreate With {
            .ExternalId = "crm-1815",
            .BillingAddress = New Address With {.City = "London", .Country = "GB"},
            .Metadata = New Dictionary(Of String, String) From {{"plan", "pro"}},
            .TaxIds = {New TaxId("gb_vat", "GB123456789")},
            .ProviderFields = {New FlexpriceCustomerFields With {.Timezone = "Europe/London"}}
        }

        Dim copy = New CustomerCreate(create) With {.Name = "Ada Lovelace"}
        Dim given = New CustomerUpdate With {.Phone = [Optional].IfNotNull(phone), .TaxExempt = [Optional].IfNotNull(exempt)}
        Dim values = New CustomerUpdate With {.TaxExempt = True, .Metadata = create.Metadata, .TaxIds = create.TaxIds}
        Dim clear = New CustomerUpdate With {.Phone = [Optional](Of String).Null, .Metadata = OptionalMetadata.Null, .TaxIds = OptionalTaxIds.Null}
        Return (copy, given, values, clear)
    End Function

    Function EnvironmentOf(customer As Customer) As String
        Return customer.As(Of FlexpriceCustomer)()?.EnvironmentId
    End Function

    Sub Register(services As IServiceCollection, key As String)
        services.AddFlexprice(Sub(options) options.ApiKey = key)
    End Sub

    Sub Main()
        CheckWritten()
        CheckNothing()
        CheckMade()
        CheckRegistered()
        RunAsync().GetAwaiter().GetResult()
    End Sub

    Private Sub Check(what As String, isTrue As Boolean)
        If Not isTrue Then
            Throw New InvalidOperationException($"Not as expected: {what}.")
        End If
    End Sub

    Private Sub CheckWritten()
        Dim written = Write(Nothing, False)
        Dim copy = written.Copy
        Check("a copy", copy.Name = "Ada Lovelace" AndAlso copy.ExternalId = "crm-1815" AndAlso copy.Metadata.Count = 1 AndAlso copy.ProviderFields.Count = 1)
        Check("values that may be absent", Not written.Given.Phone.IsSet AndAlso Not written.Given.TaxExempt.Value.Value)
        Check("a value", written.Values.TaxExempt.Value.Value AndAlso written.Values.Metadata.Value.Equals(copy.Metadata))
        Check("the same tax ids", written.Values.TaxIds.Value.Equals(copy.TaxIds))
        Dim clear = written.Clear
        Check("null", clear.Phone.IsNull AndAlso clear.Metadata.IsNull AndAlso clear.TaxIds.IsNull AndAlso Not clear.Email.IsSet)
        Check("JSON", JsonSerializer.Serialize(clear, BillingJsonContext.Default.CustomerUpdate).Contains("""phone"":null"))
    End Sub

    Private Sub CheckNothing()
        Dim text As String = Nothing
        Check("Nothing in the initializer", Not New CustomerUpdate With {.Phone = Nothing}.Phone.IsSet)
        Check("a String that is Nothing", New CustomerUpdate With {.Phone = text}.Phone.IsNull)
    End Sub

    Private Sub CheckMade()
        Dim customer = New Customer With {.Provider = "flexprice", .Id = "cust_1", .Email = "ada@example.com"}
        Dim page = New CustomerPage With {.Items = {customer}}
        Dim taxRate = New FlexpriceTaxRateOverride With {.TaxRateCode = "vat", .Currency = "GBP"}
        Check("required properties", page.Items(0).ToCreate().Email = "ada@example.com" AndAlso taxRate.Currency = "GBP")
        Check("an update of a customer", customer.ToUpdate().Email.Value = "ada@example.com")
    End Sub

    Private Sub CheckRegistered()
        Dim services = New ServiceCollection()
        Register(services, "sk_test")
        Using provider = services.BuildServiceProvider()
            Check("registration", provider.GetRequiredService(Of ICustomerClient)().Provider.Name = "flexprice")
        End Using
    End Sub

    Private Async Function RunAsync() As Task
        Dim simulator = Await ProviderSimulator.StartAsync()
        Dim text = Await CreateAndChangeAsync(simulator.Flexprice.ApiKey, simulator.Flexprice.BaseAddress)
        Check(text, text = "Ada Lovelace, now Ada King, is one of 1")

        Dim options = New FlexpriceOptions With {.ApiKey = simulator.Flexprice.ApiKey, .BaseAddress = simulator.Flexprice.BaseAddress}
        Using client = New FlexpriceCustomerClient(options)
            Dim customer = Await client.GetAsync(CustomerKey.FromExternalId("crm-1815"))
            Check("what was read", EnvironmentOf(customer) IsNot Nothing AndAlso customer.Status = CustomerStatus.Active AndAlso customer.Phone Is Nothing)
            Console.WriteLine(text)
        End Using

        Await simulator.DisposeAsync()
    End Function
End Module
